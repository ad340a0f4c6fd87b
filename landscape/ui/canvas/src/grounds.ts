// What lies beneath the marks where an arrangement has no discs: rings, cells, bands and lines.
import type { Box } from "./boxes";
import type { Ground } from "./columns";
import { type Ink, withAlpha } from "./ink";

/** A ground in pixels of the screen. */
export type Laid = Ground;

export interface Way {
  toX: (x: number) => number;
  /** Down the screen as y grows. */
  toY: (y: number) => number;
  scale: number;
}

export function laid(grounds: readonly Ground[], { toX, toY, scale }: Way): Laid[] {
  return grounds.map(({ kind, x, y, w, h, label }) => ({ kind, label, x: toX(x), y: toY(y), w: w * scale, h: h * scale }));
}

export function drawGrounds(context: CanvasRenderingContext2D, grounds: readonly Laid[], ink: Ink, strength: number): void {
  const rim = withAlpha(ink.text, 0.2 * strength);
  let banded = 0;
  context.lineWidth = 1;
  // The outer rings first, so that the inner ones lie on top of them.
  const inward = [...grounds].sort((a, b) => Number(b.kind === "ring") - Number(a.kind === "ring") || (a.kind === "ring" ? b.w - a.w : 0));
  for (const { kind, x, y, w, h } of inward) {
    context.beginPath();
    if (kind === "ring") {
      context.arc(x, y, Math.max(w, 0), 0, 2 * Math.PI);
      context.fillStyle = withAlpha(ink.text, 0.022 * strength);
      context.fill();
    } else if (kind === "line") {
      context.moveTo(x, y);
      context.lineTo(x + w, y + h);
    } else {
      if (kind === "cell") context.roundRect(x, y, w, h, Math.min(8, Math.abs(w) / 4, Math.abs(h) / 4));
      else context.rect(x, y, w, h);
      context.fillStyle = withAlpha(ink.text, (kind === "cell" || banded++ % 2 === 0 ? 0.04 : 0.014) * strength);
      context.fill();
    }
    context.strokeStyle = rim;
    context.stroke();
  }
}

/** Where the label of a ground may stand, the best place first. */
export function* labelSpots({ kind, x, y, w, h }: Laid, wide: number, high: number, frame: Box): Generator<Box> {
  const at = (left: number, top: number): Box => ({ x: left, y: top, w: wide, h: high });
  const pad = 6;
  if (kind === "ring") {
    for (const turn of [0, 0.35, -0.35, 0.7, -0.7, Math.PI, Math.PI - 0.35, Math.PI + 0.35, 1.2, -1.2, 1.57, -1.57]) {
      yield at(x + w * Math.sin(turn) - wide / 2, y - w * Math.cos(turn) - high / 2);
    }
    return;
  }
  if (kind === "line") {
    const endY = y + h;
    const flat = Math.abs(w) >= Math.abs(h);
    if (flat) {
      for (const share of [1, 0, 0.5, 0.75, 0.25]) {
        const left = x + w * share - wide * share;
        yield at(left, y + h * share + pad);
        yield at(left, y + h * share - pad - high);
      }
    } else {
      const top = Math.min(y, endY);
      yield at(x - wide - pad, top);
      yield at(x - wide / 2, top - high - pad);
      yield at(x + pad, top);
      yield at(x - wide / 2, Math.max(y, endY) + pad);
    }
    return;
  }
  // In what shows of it, so that its label stays in sight while one moves over it.
  const left = Math.max(x, frame.x);
  const right = Math.min(x + w, frame.x + frame.w);
  const top = Math.max(y, frame.y);
  const bottom = Math.min(y + h, frame.y + frame.h);
  if (right - left < wide * 0.6 || bottom <= top) return;
  if (kind === "band" && w >= h) {
    yield at(left + pad, (top + bottom) / 2 - high / 2);
    yield at(left + pad, top + 3);
    yield at(right - pad - wide, (top + bottom) / 2 - high / 2);
    yield at(right - pad - wide, top + 3);
  }
  yield at(left + pad, top + 3);
  yield at((left + right) / 2 - wide / 2, top + 3);
  yield at(right - pad - wide, top + 3);
  yield at((left + right) / 2 - wide / 2, bottom - high - 3);
  yield at(left + pad, bottom - high - 3);
  yield at((left + right) / 2 - wide / 2, top - high - 2);
}
