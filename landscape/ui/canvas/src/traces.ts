// Draws what a hand is about to do: rings around those picked, a rubber line, a line around many.
import { element } from "./elements";
import { type Ink, withAlpha } from "./ink";
import type { LandscapeMap } from "./map";
import type { Spot } from "./picks";

export interface Trace {
  picked: readonly number[];
  /** Whose rim is shown, as a place to begin a connection from. */
  rim: number;
  from: number;
  to: Spot | null;
  over: number;
  outline: readonly Spot[];
  cursor: number;
}

/** How far beyond a mark its rim reaches. */
export const RIM = 10;

export class Traces {
  readonly canvas = element("canvas", { class: "layer", "aria-hidden": "true", hidden: true });

  draw(map: LandscapeMap, trace: Trace): void {
    const { picked, rim, from, over, outline, cursor } = trace;
    this.canvas.hidden = !picked.length && rim < 0 && from < 0 && outline.length < 2 && cursor < 0;
    const context = this.canvas.hidden ? null : this.sized(map);
    if (!context) return;
    const { ink } = map;
    for (const i of picked) ring(context, map, i, 5, ink.accent, 3);
    if (cursor >= 0) ring(context, map, cursor, 9, ink.text, 1.5, [3, 3]);
    if (rim >= 0) ring(context, map, rim, RIM / 2 + 1, withAlpha(ink.accent, 0.3), RIM - 2);
    if (from >= 0) rubber(context, map, trace, ink);
    if (over >= 0) ring(context, map, over, 6, ink.accent, 3);
    if (outline.length > 1) around(context, outline, ink);
  }

  private sized(map: LandscapeMap): CanvasRenderingContext2D | null {
    const { width, height } = map.sigma.getDimensions();
    const dense = window.devicePixelRatio || 1;
    const [w, h] = [Math.round(width * dense), Math.round(height * dense)];
    if (this.canvas.width !== w || this.canvas.height !== h) [this.canvas.width, this.canvas.height] = [w, h];
    const context = this.canvas.getContext("2d");
    context?.setTransform(dense, 0, 0, dense, 0, 0);
    context?.clearRect(0, 0, width, height);
    return context;
  }
}

function placeOf({ painter }: LandscapeMap, i: number): Spot {
  return { x: painter.painted?.x[i] ?? 0, y: painter.painted?.y[i] ?? 0 };
}

function ring(context: CanvasRenderingContext2D, map: LandscapeMap, i: number, beyond: number, colour: string, width: number, dash: number[] = []): void {
  const screen = map.painter.painted;
  const { x, y } = placeOf(map, i);
  context.beginPath();
  context.arc(x, y, (screen?.r[i] ?? 0) + beyond, 0, 2 * Math.PI);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash(dash);
  context.stroke();
  context.setLineDash([]);
}

function rubber(context: CanvasRenderingContext2D, map: LandscapeMap, { from, to, over }: Trace, ink: Ink): void {
  ring(context, map, from, 5, ink.accent, 3);
  const end = over >= 0 ? placeOf(map, over) : to;
  if (!end) return;
  const begin = placeOf(map, from);
  context.beginPath();
  context.moveTo(begin.x, begin.y);
  context.lineTo(end.x, end.y);
  context.strokeStyle = ink.accent;
  context.lineWidth = 2.5;
  context.setLineDash([7, 5]);
  context.stroke();
  context.setLineDash([]);
}

function around(context: CanvasRenderingContext2D, outline: readonly Spot[], ink: Ink): void {
  context.beginPath();
  for (const { x, y } of outline) context.lineTo(x, y);
  context.closePath();
  context.fillStyle = withAlpha(ink.accent, 0.1);
  context.fill();
  context.strokeStyle = ink.accent;
  context.lineWidth = 1.5;
  context.setLineDash([5, 4]);
  context.stroke();
  context.setLineDash([]);
}
