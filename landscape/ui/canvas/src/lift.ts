// What is lifted out over a veil: whom a selection, the pointer or a legend entry is on, and what runs between them.
import { type Ink, withAlpha } from "./ink";
import { curve } from "./lines";
import { drawLine } from "./line_drawing";
import { drawMark, traceShape } from "./marks";
import type { Focus, Screen } from "./overlay";
import type { Scene } from "./scene";
import { STATUS } from "./columns";

const VEIL = 0.62;

/** Draws it, and says who stands out. */
export function lift(context: CanvasRenderingContext2D, scene: Scene, screen: Screen, focus: Focus, ink: Ink): Set<number> {
  const lifted = new Set<number>();
  const seen = (i: number): boolean => i >= 0 && scene.visible(i);
  if (seen(focus.selected) || focus.lit) {
    context.fillStyle = withAlpha(ink.paper, VEIL);
    context.fillRect(0, 0, screen.width, screen.height);
  }
  for (const i of focus.lit ?? []) if (scene.visible(i)) lifted.add(i);
  const centre = focus.hovered >= 0 ? focus.hovered : focus.selected;
  for (const i of focus.selected === centre ? [centre] : [focus.selected, centre]) {
    if (!seen(i) || focus.lit) continue;
    for (const { relationship, other } of scene.around(i)) {
      if (!scene.lineVisible(relationship)) continue;
      line(context, scene, screen, relationship, ink);
      lifted.add(other);
    }
    lifted.add(i);
  }
  for (const i of lifted) mark(context, scene, screen, i, ink, i === focus.selected);
  return lifted;
}

function line(context: CanvasRenderingContext2D, scene: Scene, screen: Screen, relationship: number, ink: Ink): void {
  const { source, target } = scene.columns;
  const [from, to] = [source[relationship] ?? 0, target[relationship] ?? 0];
  const facts = scene.line(relationship);
  const way = curve(screen.x[from] ?? 0, screen.y[from] ?? 0, screen.x[to] ?? 0, screen.y[to] ?? 0, facts.bend);
  const alpha = facts.status === STATUS.live ? 0.75 : 0.35;
  const colour = facts.crossing ? ink.crossing : ink.text;
  drawLine(context, way, facts, screen.r[to] ?? 0, { colour, alpha, width: facts.strong ? 2.2 : 1.5 }, ink);
}

function mark(context: CanvasRenderingContext2D, scene: Scene, screen: Screen, i: number, ink: Ink, selected: boolean): void {
  const [x, y, radius] = [screen.x[i] ?? 0, screen.y[i] ?? 0, screen.r[i] ?? 0];
  if (selected) {
    traceShape(context, 0, x, y, radius + 5);
    context.strokeStyle = ink.accent;
    context.lineWidth = 3;
    context.stroke();
  }
  drawMark(context, { x, y, radius, shape: scene.shape(i), border: scene.border(i), fill: scene.colour(i, ink.dark) }, ink);
}

/** A pin on each who was placed by hand. */
export function drawPins(context: CanvasRenderingContext2D, scene: Scene, screen: Screen, ink: Ink): void {
  const { pinned } = scene.columns;
  context.strokeStyle = ink.text;
  context.fillStyle = ink.paper;
  context.lineWidth = 1.5;
  for (let i = 0; i < pinned.length; i++) {
    if (!pinned[i] || !scene.visible(i)) continue;
    const x = screen.x[i] ?? 0;
    const y = (screen.y[i] ?? 0) - (screen.r[i] ?? 0) - 4;
    context.beginPath();
    context.moveTo(x, y + 4);
    context.lineTo(x, y - 3);
    context.stroke();
    context.beginPath();
    context.arc(x, y - 5, 3, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
}
