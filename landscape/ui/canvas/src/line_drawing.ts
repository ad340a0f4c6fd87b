// Draws relationships on a 2D canvas as the programs draw them: for what is lifted out, and for pictures.
import { BASIS, STATUS } from "./columns";
import { type Ink, withAlpha } from "./ink";
import { BEFORE_RIM, type Curve, DIAMOND, HEAD_SLOPE, type LineFacts, headLength, strokeOf } from "./lines";

export interface LineInk {
  colour: string;
  alpha: number;
  width: number;
}

/** The colour, opacity and width that the programs give a line at this zoom. */
export function lineInk(facts: LineFacts, ink: Ink): LineInk {
  const { crossing, strong, status } = facts;
  const faint = status !== STATUS.live;
  const colour = crossing ? ink.crossing : strong ? ink.text : ink.inner;
  const width = strokeOf(facts).size + (strong ? 1 : 0);
  if (strong) return { colour, alpha: faint ? 0.5 : 0.9, width };
  return { colour, alpha: (crossing ? ink.between : ink.within) * (faint ? 0.35 : 1) * ink.receding, width };
}

/** One line with its signs; `rim` is the radius of the mark that it leads to, in pixels. */
export function drawLine(context: CanvasRenderingContext2D, line: Curve, facts: LineFacts, rim: number, { colour, alpha, width }: LineInk, ink: Ink): void {
  const { x1, y1, cx, cy, x2, y2 } = line;
  context.beginPath();
  context.moveTo(x1, y1);
  if (facts.bend) context.quadraticCurveTo(cx, cy, x2, y2);
  else context.lineTo(x2, y2);
  context.strokeStyle = withAlpha(colour, alpha);
  context.lineWidth = width;
  context.setLineDash(facts.basis === BASIS.assumed ? [5, 4] : []);
  context.stroke();
  context.setLineDash([]);
  if (Math.hypot(x2 - x1, y2 - y1) - 2 * rim <= 10) return;
  const shown = Math.min(0.95, alpha * 1.7);
  if (facts.directed) drawHead(context, line, rim, withAlpha(colour, shown));
  if (facts.disputed) drawDiamond(context, line.midX, line.midY, ink.paper, withAlpha(colour, Math.max(shown, 0.75)));
}

function drawHead(context: CanvasRenderingContext2D, { x2, y2, aheadX, aheadY }: Curve, rim: number, colour: string): void {
  const length = headLength(rim);
  const [x, y] = [x2 - aheadX * (rim + BEFORE_RIM), y2 - aheadY * (rim + BEFORE_RIM)];
  const [backX, backY] = [x - aheadX * length, y - aheadY * length];
  const aside = length * HEAD_SLOPE;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(backX - aheadY * aside, backY + aheadX * aside);
  context.lineTo(backX + aheadY * aside, backY - aheadX * aside);
  context.closePath();
  context.fillStyle = colour;
  context.fill();
}

function drawDiamond(context: CanvasRenderingContext2D, x: number, y: number, paper: string, colour: string): void {
  context.beginPath();
  context.moveTo(x, y - DIAMOND);
  context.lineTo(x + DIAMOND, y);
  context.lineTo(x, y + DIAMOND);
  context.lineTo(x - DIAMOND, y);
  context.closePath();
  context.fillStyle = paper;
  context.fill();
  context.strokeStyle = colour;
  context.lineWidth = 1.3;
  context.stroke();
}
