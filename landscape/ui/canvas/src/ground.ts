// The layer below the lines and marks: regions, bands and gaps between them, and other grounds.
import { bandWidth, bow } from "./bands";
import { type Box, BoxGrid } from "./boxes";
import type { Ink } from "./ink";
import { withAlpha } from "./ink";
import { drawGaps } from "./gaps";
import { type Laid, drawGrounds } from "./grounds";
import type { Screen } from "./overlay";
import type { Disc } from "./regions";
import type { Scene } from "./scene";
import { WORDS } from "./words";

export interface BandNumber {
  text: string;
  x: number;
  y: number;
  /** The two discs that the band joins. */
  ends: readonly number[];
}

/** What lay there in another arrangement, which fades while everybody is on the way. */
export interface Leaving {
  discs: readonly Disc[];
  colours: readonly string[];
  grounds: readonly Laid[];
  /** From 0 at the start of the way to 1 at its end. */
  arrived: () => number;
}

export interface Shown {
  /** How strongly bands are drawn. */
  bands: number;
  /** The gap that the pointer is on. */
  touched: number;
  leaving: Leaving | null;
}

/** Draws what lies beneath the marks; returns the numbers to write on the bands. */
export function drawGround(context: CanvasRenderingContext2D, scene: Scene, screen: Screen, ink: Ink, { bands, touched, leaving }: Shown): BandNumber[] {
  const { discs, grounds, gaps, arrived } = screen;
  if (leaving && arrived < 1) {
    drawGrounds(context, leaving.grounds, ink, 1 - arrived);
    leaving.discs.forEach((disc, i) => drawDisc(context, disc, leaving.colours[i] ?? ink.inner, ink, 1 - arrived));
  }
  drawGrounds(context, grounds, ink, arrived);
  const numbers = bands > 0.05 ? drawBands(context, scene, discs, ink, bands) : [];
  discs.forEach((disc, i) => drawDisc(context, disc, scene.regionColour(i, ink.dark) ?? ink.inner, ink, arrived));
  drawGaps(context, gaps, touched, ink, arrived);
  return numbers;
}

function drawDisc(context: CanvasRenderingContext2D, disc: Disc, colour: string, ink: Ink, strength: number): void {
  context.beginPath();
  context.arc(disc.x, disc.y, disc.r, 0, 2 * Math.PI);
  context.fillStyle = withAlpha(ink.paper, 0.88 * strength);
  context.fill();
  context.fillStyle = withAlpha(colour, (ink.dark ? 0.13 : 0.11) * strength);
  context.fill();
  context.strokeStyle = withAlpha(colour, (ink.dark ? 0.55 : 0.5) * strength);
  context.lineWidth = 1.25;
  context.stroke();
}

function drawBands(context: CanvasRenderingContext2D, scene: Scene, discs: readonly Disc[], ink: Ink, strength: number): BandNumber[] {
  const most = scene.bands[0]?.count ?? 1;
  const numbers: BandNumber[] = [];
  context.lineCap = "butt";
  for (const band of [...scene.bands].reverse()) {
    const from = discs[band.from];
    const to = discs[band.to];
    const curve = from && to ? bow(from, to) : null;
    if (!curve) continue;
    context.beginPath();
    context.moveTo(curve.x1, curve.y1);
    context.quadraticCurveTo(curve.cx, curve.cy, curve.x2, curve.y2);
    context.lineWidth = bandWidth(band.count, most);
    context.strokeStyle = withAlpha(ink.crossing, strength * (0.22 + 0.33 * Math.sqrt(band.count / most)));
    context.stroke();
    numbers.unshift({ text: WORDS.count(band.count), x: curve.midX, y: curve.midY, ends: [band.from, band.to] });
  }
  return numbers;
}

/** Writes numbers where nothing else stands; the largest come first. */
export function writeNumbers(context: CanvasRenderingContext2D, numbers: readonly BandNumber[], discs: readonly Disc[], ink: Ink, taken: BoxGrid): Box[] {
  const written: Box[] = [];
  context.font = `600 12px ${ink.font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const { text, x, y, ends } of numbers) {
    const w = context.measureText(text).width + 10;
    const box = { x: x - w / 2, y: y - 9, w, h: 18 };
    const hides = discs.some((disc, i) => !ends.includes(i) && Math.hypot(disc.x - x, disc.y - y) < disc.r + 8);
    if (hides || taken.touches(box)) continue;
    taken.add(box);
    written.push(box);
    context.beginPath();
    context.roundRect(box.x, box.y, box.w, box.h, 9);
    context.fillStyle = ink.paper;
    context.fill();
    context.strokeStyle = withAlpha(ink.crossing, 0.7);
    context.lineWidth = 1;
    context.stroke();
    context.fillStyle = ink.text;
    context.fillText(text, x, y + 0.5);
  }
  return written;
}
