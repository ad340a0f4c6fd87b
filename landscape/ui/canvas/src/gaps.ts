// The silences between regions: where their signs stand on the screen, and which of them a hand touches.
import type { Gap } from "./columns";
import { type Ink, withAlpha } from "./ink";
import type { Disc } from "./regions";

/** A capsule across the way from one region to the other. */
export interface GapSign {
  /** Its number among the gaps. */
  gap: number;
  kind: Gap["kind"];
  /** The ends of its middle line, and half its width. */
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  half: number;
}

const LONGEST = 66;
const SHORTEST = 20;
/** So near is touched, with a finger too. */
const REACH = 14;
const THICKEST = 7;
/** What stays free between two signs, and between a sign and a region that it is not about. */
const FREE = 4;
/** Where on the way from rim to rim a sign may stand, and how long it is for its whole length. */
const SHARES = [0.5, 0.35, 0.65];
const LENGTHS = [1, 0.6, 0.3, 0];

/** Signs that cover neither each other nor a region; a gap without room for one has it once one is nearer. */
export function gapSigns(gaps: readonly Gap[], discs: readonly Disc[]): GapSign[] {
  const signs: GapSign[] = [];
  // The nearest regions face each other most plainly: they choose first.
  const order = gaps.map((_, gap) => gap).sort((a, b) => apartOf(gaps[a], discs) - apartOf(gaps[b], discs) || a - b);
  for (const gap of order) {
    const sign = signOf(gap, gaps[gap]!, discs, signs);
    if (sign) signs.push(sign);
  }
  return signs.sort((a, b) => a.gap - b.gap);
}

function apartOf(gap: Gap | undefined, discs: readonly Disc[]): number {
  const [a, b] = [discs[gap?.source ?? -1], discs[gap?.target ?? -1]];
  return a && b ? Math.hypot(b.x - a.x, b.y - a.y) - a.r - b.r : Infinity;
}

function signOf(gap: number, { source, target, kind }: Gap, discs: readonly Disc[], others: readonly GapSign[]): GapSign | null {
  const [a, b] = [discs[source], discs[target]];
  if (!a || !b) return null;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const far = Math.max(Math.hypot(dx, dy), 0.001);
  const apart = far - a.r - b.r;
  if (apart < 3) return null;
  const [ux, uy] = [dx / far, dy / far];
  const half = Math.max(1.5, Math.min(THICKEST, apart / 2 - 2));
  const whole = Math.max(SHORTEST, Math.min(LONGEST, 0.9 * Math.min(a.r, b.r))) / 2;
  for (const length of LENGTHS) {
    for (const share of apart > 8 * half ? SHARES : SHARES.slice(0, 1)) {
      const long = whole * length;
      const [x, y] = [a.x + ux * (a.r + apart * share), a.y + uy * (a.r + apart * share)];
      const sign = { gap, kind, x1: x - uy * long, y1: y + ux * long, x2: x + uy * long, y2: y - ux * long, half };
      if (isFree(sign, discs, others)) return sign;
    }
  }
  return null;
}

function isFree(sign: GapSign, discs: readonly Disc[], others: readonly GapSign[]): boolean {
  const { half } = sign;
  if (discs.some(({ x, y, r }) => away(sign, x, y) < r + half - 0.5)) return false;
  return others.every((other) => between(sign, other) >= half + other.half + FREE);
}

/** How far the middle lines of two signs are from each other. */
function between(a: GapSign, b: GapSign): number {
  if (crosses(a, b)) return 0;
  return Math.min(away(a, b.x1, b.y1), away(a, b.x2, b.y2), away(b, a.x1, a.y1), away(b, a.x2, a.y2));
}

function crosses(a: GapSign, b: GapSign): boolean {
  const side = (s: GapSign, x: number, y: number): number => Math.sign((s.x2 - s.x1) * (y - s.y1) - (s.y2 - s.y1) * (x - s.x1));
  return side(a, b.x1, b.y1) * side(a, b.x2, b.y2) < 0 && side(b, a.x1, a.y1) * side(b, a.x2, a.y2) < 0;
}

/** How far a place is from the middle line of a sign. */
export function away({ x1, y1, x2, y2 }: GapSign, x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const t = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / Math.max(dx * dx + dy * dy, 0.001)));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}

/** The number of the gap at a place of the screen, the nearest one; -1 when there is none. */
export function gapAt(signs: readonly GapSign[], x: number, y: number): number {
  let best = -1;
  let least = Infinity;
  for (const sign of signs) {
    const off = away(sign, x, y);
    if (off > Math.max(REACH, sign.half + 4) || off >= least) continue;
    least = off;
    best = sign.gap;
  }
  return best;
}

/** Dotted where none is reported, hatched where nobody was asked. */
export function drawGaps(context: CanvasRenderingContext2D, signs: readonly GapSign[], touched: number, ink: Ink, strength: number): void {
  for (const sign of signs) {
    const { x1, y1, x2, y2, half, gap, kind } = sign;
    const shown = strength * (gap === touched ? 1 : 0.7);
    trace(context, sign);
    context.fillStyle = withAlpha(ink.paper, 0.9 * strength);
    context.fill();
    context.strokeStyle = withAlpha(ink.text, shown);
    context.lineCap = "round";
    if (kind === "none reported") {
      context.lineWidth = gap === touched ? 3.4 : 2.6;
      context.setLineDash([0.01, 6]);
      if (half > 3) trace(context, sign);
      else line(context, x1, y1, x2, y2);
      context.stroke();
      context.setLineDash([]);
    } else {
      context.lineCap = "butt";
      context.lineWidth = gap === touched ? 2 : 1.1;
      context.stroke();
      hatch(context, sign);
    }
    context.lineCap = "butt";
  }
}

/** The rim of the capsule. */
function trace(context: CanvasRenderingContext2D, { x1, y1, x2, y2, half }: GapSign): void {
  const turn = Math.atan2(y2 - y1, x2 - x1);
  context.beginPath();
  context.arc(x2, y2, half, turn - Math.PI / 2, turn + Math.PI / 2);
  context.arc(x1, y1, half, turn + Math.PI / 2, turn + (3 * Math.PI) / 2);
  context.closePath();
}

/** Slanting strokes from one side of the capsule to the other. */
function hatch(context: CanvasRenderingContext2D, { x1, y1, x2, y2, half }: GapSign): void {
  const long = Math.hypot(x2 - x1, y2 - y1);
  const [ux, uy] = long > 0.5 ? [(x2 - x1) / long, (y2 - y1) / long] : [0, 1];
  context.beginPath();
  for (let at = 0; at <= long + 0.1; at += 5) {
    const [back, on] = [at - half * 0.7, at + half * 0.7];
    context.moveTo(x1 + ux * back - uy * half * 0.85, y1 + uy * back + ux * half * 0.85);
    context.lineTo(x1 + ux * on + uy * half * 0.85, y1 + uy * on - ux * half * 0.85);
  }
  context.stroke();
}

function line(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
}
