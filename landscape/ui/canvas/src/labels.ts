// Chooses which names are shown, and where, so that none covers another.
import { type Box, BoxGrid, inside } from "./boxes";

export interface Label extends Box {
  text: string;
  cut: boolean;
  of: number;
}

export interface Candidate {
  of: number;
  x: number;
  y: number;
  radius: number;
  text: string;
  /** A name that must be shown if it fits anywhere, as that of the selected stakeholder. */
  must: boolean;
  /** What this one may cover of the marks, where that is more than others may. */
  covers?: number;
}

export type Measure = (text: string) => number;

export const LINE = 16;
const GAP = 4;
/** What a name may cover of the marks; see `coverWeight`. */
const MOST_COVERED = 2;

/** Tells how much of the marks a box covers; counting may stop at `enough`. */
export interface Marks {
  count: (box: Box, enough: number) => number;
}

/** The text, or as much of it as fits before an ellipsis; a word is left whole where that costs little. */
export function fitted(text: string, width: number, measure: Measure): { text: string; cut: boolean } {
  if (measure(text) <= width) return { text, cut: false };
  const letters = [...text];
  let low = 1;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${letters.slice(0, middle).join("")}…`) <= width) low = middle;
    else high = middle - 1;
  }
  const kept = letters.slice(0, low).join("");
  const space = kept.lastIndexOf(" ");
  const whole = space > kept.length * 0.6 ? kept.slice(0, space) : kept;
  return { text: `${whole.trimEnd()}…`, cut: true };
}

/** Lines of at most this width, broken between words; one long word stays one line. */
export function wrapped(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/[ \t\r\n]+/)) {
    const line = lines.at(-1);
    if (line !== undefined && measure(`${line} ${word}`) <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function* around(c: Candidate, w: number, h: number): Generator<Box> {
  const off = c.radius + GAP;
  yield { x: c.x + off, y: c.y - h / 2, w, h };
  yield { x: c.x - off - w, y: c.y - h / 2, w, h };
  yield { x: c.x - w / 2, y: c.y - off - h, w, h };
  yield { x: c.x - w / 2, y: c.y + off, w, h };
  const aside = c.radius * 0.7 + GAP;
  yield { x: c.x + aside, y: c.y - aside - h, w, h };
  yield { x: c.x + aside, y: c.y + aside, w, h };
  yield { x: c.x - aside - w, y: c.y - aside - h, w, h };
  yield { x: c.x - aside - w, y: c.y + aside, w, h };
}

/** How wide and high names are, how many there may be, and what each may cover. */
export interface Terms {
  width: number;
  most: number;
  covered?: number;
  high?: number;
  /** Remembers what `fitted` said, as the same names are written frame after frame. */
  fit?: (text: string, width: number) => { text: string; cut: boolean };
}

/** Names in the order of the candidates; `taken` holds what they may not cover, `marks` what they should not. */
export function placeLabels(
  candidates: Iterable<Candidate>,
  frame: Box,
  taken: BoxGrid,
  marks: Marks,
  measure: Measure,
  { width, most, covered = MOST_COVERED, high = LINE, fit = (text, widest) => fitted(text, widest, measure) }: Terms,
): Label[] {
  const placed: Label[] = [];
  for (const candidate of candidates) {
    if (placed.length >= most && !candidate.must) break;
    const widths = candidate.must ? [width * 1.6, width] : [width, width * 0.75];
    for (const widest of widths) {
      const { text, cut } = fit(candidate.text, widest);
      const size = { w: Math.ceil(measure(text)), h: high };
      const box = roomFor(candidate, size, frame, taken, marks, candidate.covers ?? covered);
      if (!box) continue;
      taken.add(box);
      placed.push({ ...box, text, cut, of: candidate.of });
      break;
    }
  }
  return placed;
}

function roomFor(candidate: Candidate, { w, h }: { w: number; h: number }, frame: Box, taken: BoxGrid, marks: Marks, most: number): Box | null {
  let best: Box | null = null;
  let least = candidate.must ? Infinity : Math.floor(most) + 1;
  for (const box of around(candidate, w, h)) {
    if (!inside(box, frame) || taken.touches(box)) continue;
    const covered = marks.count(box, least);
    if (covered < least) {
      least = covered;
      best = box;
    }
    if (covered === 0) break;
  }
  return best;
}
