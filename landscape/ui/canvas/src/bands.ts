// Relationships between two regions drawn as one band with their number.
import type { Columns } from "./scene";
import type { Disc } from "./regions";

export interface Band {
  from: number;
  to: number;
  count: number;
}

export interface Bow {
  x1: number;
  y1: number;
  cx: number;
  cy: number;
  x2: number;
  y2: number;
  midX: number;
  midY: number;
}

/** One band for each two regions with relationships between them that show, the widest first. */
export function bandsOf(columns: Columns, shows: (relationship: number) => boolean): Band[] {
  const regionOf = new Map(columns.regions.map((region, i) => [region.part, i]));
  const counts = new Map<number, number>();
  const size = columns.regions.length;
  for (let i = 0; i < columns.source.length; i++) {
    if (!shows(i)) continue;
    const from = regionOf.get(columns.part[columns.source[i] ?? 0] ?? -1);
    const to = regionOf.get(columns.part[columns.target[i] ?? 0] ?? -1);
    if (from === undefined || to === undefined || from === to) continue;
    const key = Math.min(from, to) * size + Math.max(from, to);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .map(([key, count]) => ({ from: Math.floor(key / size), to: key % size, count }))
    .sort((a, b) => b.count - a.count || a.from - b.from || a.to - b.to);
}

/** A gently bent line from rim to rim. */
export function bow(a: Disc, b: Disc): Bow | null {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const distance = Math.hypot(dx, dy);
  if (distance <= a.r + b.r) return null;
  const ux = dx / distance;
  const uy = dy / distance;
  const x1 = a.x + ux * a.r;
  const y1 = a.y + uy * a.r;
  const x2 = b.x - ux * b.r;
  const y2 = b.y - uy * b.r;
  const bend = Math.min(36, distance * 0.09);
  const cx = (x1 + x2) / 2 - uy * bend;
  const cy = (y1 + y2) / 2 + ux * bend;
  return { x1, y1, cx, cy, x2, y2, midX: (x1 + 2 * cx + x2) / 4, midY: (y1 + 2 * cy + y2) / 4 };
}

/** Width on the screen: the area of ink grows with the number, and one is still seen. */
export function bandWidth(count: number, most: number): number {
  return 1.5 + 12.5 * Math.sqrt(count / Math.max(most, 1));
}
