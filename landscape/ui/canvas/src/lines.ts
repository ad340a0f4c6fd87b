// What a relationship looks like as a line: its style, its bend beside parallel ones, its signs.
import { BASIS, NOT_RECORDED, STATUS } from "./columns";

/** What a line says of itself, beside its place. */
export interface LineFacts {
  depth: number;
  basis: number;
  status: number;
  crossing: boolean;
  strong: boolean;
  directed: boolean;
  disputed: boolean;
  /** How far it bends, in steps to the left on the way from source to target; 0 is straight. */
  bend: number;
}

export interface Stroke {
  size: number;
  stroke: number;
  signs: number;
  bend: number;
  /** The program that draws it. */
  type: "line" | "arrow" | "bow";
}

export const SIGNS = { directed: 1, disputed: 2 } as const;

/** What a line says, packed into one number for the program. */
export function strokeStyle(crossing: boolean, dashed: boolean, faint: boolean, strong = false): number {
  return (crossing ? 1 : 0) + (dashed ? 2 : 0) + (faint ? 4 : 0) + (strong ? 8 : 0);
}

export function strokeOf(facts: LineFacts): Stroke {
  const { depth, basis, status, crossing, strong, directed, disputed, bend } = facts;
  const signs = (directed ? SIGNS.directed : 0) + (disputed ? SIGNS.disputed : 0);
  return {
    size: depth === NOT_RECORDED ? 1.1 : 0.8 + 0.3 * depth,
    stroke: strokeStyle(crossing, basis === BASIS.assumed, status !== STATUS.live, strong),
    signs,
    bend,
    type: bend ? "bow" : signs ? "arrow" : "line",
  };
}

/** So many steps to either side are the most: parallel lines stay near each other. */
const WIDEST = 2;

/**
 * How each relationship bends, so that those between the same two stakeholders lie side by side.
 *
 * Null where no two stakeholders have more than one.
 */
export function bendsOf(source: Uint32Array, target: Uint32Array): Float32Array | null {
  const chains = new Chains(source, target);
  if (!chains.parallel) return null;
  const bends = new Float32Array(source.length);
  for (const lines of chains.several()) {
    const step = Math.min(1, (2 * WIDEST) / (lines.length - 1));
    lines.forEach((line, at) => {
      const bend = (at - (lines.length - 1) / 2) * step;
      // The same side for both directions: left of the way from the one with the lower number.
      bends[line] = (source[line] ?? 0) < (target[line] ?? 0) ? bend : -bend;
    });
  }
  return bends;
}

/** Relationships by the two that they join; a table of numbers, because a map of 60,000 is slow. */
class Chains {
  parallel = false;
  private readonly next: Int32Array;
  private readonly heads = new Set<number>();

  constructor(source: Uint32Array, target: Uint32Array) {
    const room = 1 << Math.ceil(Math.log2(Math.max(2 * source.length, 2)));
    const table = new Int32Array(room).fill(-1);
    const last = new Int32Array(source.length);
    this.next = new Int32Array(source.length).fill(-1);
    for (let k = 0; k < source.length; k++) {
      const [one, other] = [source[k] ?? 0, target[k] ?? 0];
      const [low, high] = one < other ? [one, other] : [other, one];
      let at = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) & (room - 1);
      for (let head = table[at] ?? -1; head >= 0; head = table[at] ?? -1) {
        const [a, b] = [source[head] ?? 0, target[head] ?? 0];
        if ((a === low && b === high) || (a === high && b === low)) break;
        at = (at + 1) & (room - 1);
      }
      const head = table[at] ?? -1;
      if (head < 0) {
        table[at] = k;
        last[k] = k;
        continue;
      }
      this.next[last[head] ?? head] = k;
      last[head] = k;
      this.parallel = true;
      this.heads.add(head);
    }
  }

  *several(): Generator<number[]> {
    for (const head of this.heads) {
      const lines = [];
      for (let k = head; k >= 0; k = this.next[k] ?? -1) lines.push(k);
      yield lines;
    }
  }
}

/** How far the middle of a line stands off the straight way, in pixels. */
export function sag(bend: number, far: number): number {
  return bend * Math.min(12, 0.14 * far);
}

/** A line on the screen: from `x1, y1` over the control `cx, cy` to `x2, y2`; its middle; where it points. */
export interface Curve {
  x1: number;
  y1: number;
  cx: number;
  cy: number;
  x2: number;
  y2: number;
  midX: number;
  midY: number;
  /** The direction at its end, of length 1. */
  aheadX: number;
  aheadY: number;
}

/** The same line as the program draws, in pixels with y downwards. */
export function curve(x1: number, y1: number, x2: number, y2: number, bend: number): Curve {
  const far = Math.max(Math.hypot(x2 - x1, y2 - y1), 0.001);
  const off = sag(bend, far);
  const [nx, ny] = [(y2 - y1) / far, -(x2 - x1) / far];
  const cx = (x1 + x2) / 2 + nx * 2 * off;
  const cy = (y1 + y2) / 2 + ny * 2 * off;
  const end = Math.max(Math.hypot(x2 - cx, y2 - cy), 0.001);
  return {
    x1, y1, cx, cy, x2, y2,
    midX: (x1 + x2) / 2 + nx * off,
    midY: (y1 + y2) / 2 + ny * off,
    aheadX: (x2 - cx) / end,
    aheadY: (y2 - cy) / end,
  };
}

/** How long an arrowhead is before a mark of this radius. */
export function headLength(radius: number): number {
  return Math.max(5, Math.min(9, 0.9 * radius));
}

/** Half an arrowhead's width for its length, and half a diamond's, in pixels. */
export const HEAD_SLOPE = 0.45;
export const DIAMOND = 4;
/** So many pixels lie between a mark and the head that points at it. */
export const BEFORE_RIM = 1.5;
