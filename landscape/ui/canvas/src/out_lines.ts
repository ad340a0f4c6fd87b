// Draws on a 2D canvas the lines and marks that the programs of sigma draw on the screen.
import { STATUS } from "./columns";
import { type Ink, rgb, withAlpha } from "./ink";
import { BEFORE_RIM, type Curve, DIAMOND, HEAD_SLOPE, curve, headLength, strokeOf } from "./lines";
import { drawMark } from "./marks";
import type { Screen } from "./overlay";
import type { Scene } from "./scene";

interface Line {
  way: Curve;
  colour: string;
  alpha: number;
  width: number;
  dashed: boolean;
  directed: boolean;
  disputed: boolean;
  strong: boolean;
  /** The radius of the mark at its end. */
  radius: number;
}

/** As faint as this the programs draw nothing. */
const FAINTEST = 0.004;
const FAINTEST_SIGN = 0.06;
const MOST_OF_A_SIGN = 0.95;

/** What is seen of the lines, those of one style together. */
export function drawLines(context: CanvasRenderingContext2D, scene: Scene, screen: Screen, ink: Ink): void {
  const styles = new Map<string, Line[]>();
  for (let k = 0; k < scene.columns.source.length; k++) {
    const line = scene.lineVisible(k) ? lineOf(scene, screen, ink, k) : null;
    if (!line) continue;
    const style = [line.colour, line.alpha, line.width, line.dashed].join();
    const alike = styles.get(style);
    if (alike) alike.push(line);
    else styles.set(style, [line]);
  }
  for (const lines of styles.values()) for (const line of lines) strokeLine(context, line);
  for (const lines of styles.values()) for (const line of lines) drawSigns(context, line, ink);
}

export function drawMarks(context: CanvasRenderingContext2D, scene: Scene, screen: Screen, ink: Ink): void {
  const pale = { ...ink, text: receded(ink.text, ink.paper) };
  for (let i = 0; i < scene.count; i++) {
    const [x, y, radius] = [screen.x[i] ?? NaN, screen.y[i] ?? NaN, scene.radius(i) * screen.scale];
    if (!scene.visible(i) || !onScreen(screen, x - radius, y - radius, x + radius, y + radius)) continue;
    const recedes = scene.recedes(i);
    const colour = scene.colour(i, ink.dark);
    const fill = recedes ? receded(colour, ink.paper) : colour;
    drawMark(context, { x, y, radius, shape: scene.shape(i), border: scene.border(i), fill }, recedes ? pale : ink);
  }
}

/** What is left of a colour where others are brought out before it. */
function receded(colour: string, paper: string): string {
  const [from, to] = [rgb(colour), rgb(paper)];
  const parts = from.map((part, i) => Math.round(255 * (0.3 * part + 0.7 * (to[i] ?? 0))));
  return `rgb(${parts.join(", ")})`;
}

function lineOf(scene: Scene, screen: Screen, ink: Ink, k: number): Line | null {
  const facts = scene.line(k);
  const faint = facts.status !== STATUS.live;
  const alpha = facts.strong ? (faint ? 0.5 : 0.9) : (facts.crossing ? ink.between : ink.within) * (faint ? 0.35 : 1) * ink.receding;
  if (alpha < FAINTEST) return null;
  const { source, target } = scene.columns;
  const [from, to] = [source[k] ?? 0, target[k] ?? 0];
  const [x1, y1, x2, y2] = [screen.x[from] ?? 0, screen.y[from] ?? 0, screen.x[to] ?? 0, screen.y[to] ?? 0];
  if (!onScreen(screen, Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2))) return null;
  const { size, stroke } = strokeOf(facts);
  return {
    way: curve(x1, y1, x2, y2, facts.bend),
    colour: facts.crossing ? ink.crossing : facts.strong ? ink.text : ink.inner,
    alpha,
    width: size + (facts.strong ? 1 : 0),
    dashed: (stroke & 2) > 0,
    directed: facts.directed,
    disputed: facts.disputed,
    strong: facts.strong,
    radius: scene.radius(to) * screen.scale,
  };
}

function strokeLine(context: CanvasRenderingContext2D, { way, colour, alpha, width, dashed }: Line): void {
  context.beginPath();
  context.moveTo(way.x1, way.y1);
  if (way.cx === (way.x1 + way.x2) / 2 && way.cy === (way.y1 + way.y2) / 2) context.lineTo(way.x2, way.y2);
  else context.quadraticCurveTo(way.cx, way.cy, way.x2, way.y2);
  context.lineCap = "butt";
  context.lineWidth = width;
  context.strokeStyle = withAlpha(colour, alpha);
  context.setLineDash(dashed ? [5, 4] : []);
  context.stroke();
  context.setLineDash([]);
}

/** A head where a line has a direction, a diamond where raters differ. */
function drawSigns(context: CanvasRenderingContext2D, line: Line, ink: Ink): void {
  const { way, colour, radius, directed, disputed, strong } = line;
  const alpha = Math.min(MOST_OF_A_SIGN, line.alpha * 1.7) * (strong ? 1 : ink.signs);
  const far = Math.hypot(way.x2 - way.x1, way.y2 - way.y1);
  if (alpha <= FAINTEST_SIGN || far - 2 * radius <= 10) return;
  if (directed) {
    const length = headLength(radius) + (strong ? 1.5 : 0);
    const [ax, ay] = [way.aheadX, way.aheadY];
    const [tipX, tipY] = [way.x2 - ax * (radius + BEFORE_RIM), way.y2 - ay * (radius + BEFORE_RIM)];
    const [backX, backY] = [tipX - ax * length, tipY - ay * length];
    const half = length * HEAD_SLOPE;
    context.beginPath();
    context.moveTo(tipX, tipY);
    context.lineTo(backX - ay * half, backY + ax * half);
    context.lineTo(backX + ay * half, backY - ax * half);
    context.closePath();
    context.fillStyle = withAlpha(colour, alpha);
    context.fill();
  }
  if (!disputed) return;
  context.beginPath();
  context.moveTo(way.midX, way.midY - DIAMOND);
  context.lineTo(way.midX + DIAMOND, way.midY);
  context.lineTo(way.midX, way.midY + DIAMOND);
  context.lineTo(way.midX - DIAMOND, way.midY);
  context.closePath();
  context.fillStyle = ink.paper;
  context.fill();
  context.lineWidth = 1.2;
  context.strokeStyle = withAlpha(colour, Math.max(alpha, 0.75));
  context.stroke();
}

function onScreen({ width, height }: Screen, left: number, top: number, right: number, bottom: number): boolean {
  return right >= 0 && bottom >= 0 && left <= width && top <= height;
}
