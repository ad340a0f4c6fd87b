// Where regions and their names lie on the screen.
import { type Box, BoxGrid, inside, overlap } from "./boxes";
import type { Marks } from "./labels";

export interface Disc {
  x: number;
  y: number;
  r: number;
}

export interface Name extends Box {
  lines: string[];
  region: number;
}

const GAP = 5;

export function discMeets(disc: Disc, box: Box): boolean {
  const dx = disc.x - Math.max(box.x, Math.min(disc.x, box.x + box.w));
  const dy = disc.y - Math.max(box.y, Math.min(disc.y, box.y + box.h));
  return dx * dx + dy * dy < disc.r * disc.r;
}

/** How many pairs of discs overlap by more than a hair. */
export function overlappingDiscs(discs: readonly Disc[]): number {
  let pairs = 0;
  discs.forEach((a, i) => {
    for (const b of discs.slice(i + 1)) if (Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r - 0.5) pairs += 1;
  });
  return pairs;
}

function* spots(disc: Disc, w: number, h: number): Generator<Box> {
  const at = (x: number, y: number): Box => ({ x: x - w / 2, y: y - h / 2, w, h });
  yield at(disc.x, disc.y - disc.r - GAP - h / 2);
  yield at(disc.x, disc.y + disc.r + GAP + h / 2);
  for (const turn of [-0.6, 0.6, -1.1, 1.1, 2.5, -2.5, -1.57, 1.57, 2, -2]) {
    const reachX = (disc.r + GAP + w / 2) * Math.sin(turn);
    const reachY = (disc.r + GAP + h / 2) * Math.cos(turn);
    yield at(disc.x + reachX, disc.y - reachY);
  }
  // Within it, where its own marks leave room.
  for (const share of [-1, 1, -0.75, 0.75, -0.5, 0.5, -0.25, 0.25, 0]) yield at(disc.x, disc.y + share * (disc.r - GAP - h / 2));
}

function clamped(disc: Disc, w: number, h: number, frame: Box): Box {
  const x = Math.max(frame.x, Math.min(disc.x - w / 2, frame.x + frame.w - w));
  const y = Math.max(frame.y, Math.min(disc.y - disc.r - GAP - h, frame.y + frame.h - h));
  return { x, y, w, h };
}

/** To cross another region is worse than to hide marks, and a sign between regions counts as some. */
const CROSSED = 40;
const SIGN = 12;

/**
 * A place for the name of every region that shows; it is whole, and covers no other name.
 *
 * `marks` tells what a box hides of the marks, `signs` are better left free too.
 */
export function placeNames(
  discs: readonly Disc[],
  names: readonly { lines: string[]; w: number; h: number }[],
  frame: Box,
  taken: BoxGrid,
  marks: Marks | null = null,
  signs: readonly Box[] = [],
): Name[] {
  const placed: Name[] = [];
  // Large regions choose first: they have the fewest free places.
  const order = discs.map((_, i) => i).sort((a, b) => (discs[b]?.r ?? 0) - (discs[a]?.r ?? 0));
  for (const region of order) {
    const disc = discs[region];
    const name = names[region];
    if (!disc || !name || !discMeets({ ...disc, r: disc.r + 1 }, frame)) continue;
    const others = discs.filter((_, i) => i !== region);
    let best: Box | null = null;
    let least = Infinity;
    for (const box of [...spots(disc, name.w, name.h), clamped(disc, name.w, name.h, frame)]) {
      if (!inside(box, frame) || taken.touches(box)) continue;
      let cost = 0;
      for (const other of others) if (discMeets(other, box)) cost += CROSSED;
      for (const sign of signs) if (overlap(sign, box)) cost += SIGN;
      if (marks && cost < least) cost += marks.count(box, least - cost);
      if (cost < least) {
        least = cost;
        best = box;
      }
      if (cost === 0) break;
    }
    if (!best) continue;
    taken.add(best);
    placed.push({ ...best, lines: name.lines, region });
  }
  return placed;
}


