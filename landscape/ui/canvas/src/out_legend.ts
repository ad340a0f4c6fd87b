// The legend as it goes with a picture: every means and every kind of line that the map uses.
import type { LegendEntry } from "./columns";
import { type Ink, withAlpha } from "./ink";
import { type LineKind, lineKinds, lineWords } from "./line_kinds";
import { SHAPES, drawMark } from "./marks";
import type { Held } from "./out_plan";
import type { Scene } from "./scene";
import { WORDS } from "./words";

export interface Row extends Held {
  kind: "heading" | "entry" | "note";
  text: string;
  /** Draws the mark or line it speaks of around a place. */
  sample: ((context: CanvasRenderingContext2D, x: number, y: number) => void) | null;
}

/** How far from the left the words of an entry begin. */
export const SAMPLE = 30;
const ORDINARY = 6.5;
const WIDE = 11;

/** The rows of the legend; `wrap` gives the lines of a text where it begins so far from the left. */
export function legendRows(scene: Scene, ink: Ink, wrap: (text: string, left: number) => string[]): Row[] {
  const entry = (text: string, sample: Row["sample"]): Row[] =>
    wrap(text, SAMPLE).map((line, i) => ({ kind: "entry", text: line, sample: i ? null : sample, held: i > 0 }));
  const parts = scene.looks.legends.map((legend): [string, Row[]] => {
    const coloured = legend.means.includes("colour");
    // Those who are left out are not in the picture: their entry would speak of nobody.
    const entries = legend.entries.filter(({ count, hidden }) => count > 0 && !hidden);
    const rows = entries.flatMap((one) =>
      entry(`${one.label}\u00a0(${WORDS.count(one.count)})`, (context, x, y) => mark(context, x, y, one, coloured, ink)),
    );
    const notes = legend.note ? wrap(legend.note, 0) : [];
    return [legend.title, [...rows, ...notes.map((text, i): Row => ({ kind: "note", text, sample: null, held: i > 0 }))]];
  });
  const lines = lineKinds(scene).flatMap((kind) => entry(lineWords(scene, kind), (context, x, y) => line(context, x, y, kind, ink)));
  return [...parts, [WORDS.lines, lines] as const].flatMap(([title, rows]) =>
    rows.length ? [{ kind: "heading", text: title, sample: null, opens: true } as const, ...rows] : [],
  );
}

function mark(context: CanvasRenderingContext2D, x: number, y: number, entry: LegendEntry, coloured: boolean, ink: Ink): void {
  const fill = coloured ? (ink.dark ? entry.colour_dark : entry.colour) : ink.paper;
  const radius = Math.min(9, ORDINARY * entry.size);
  drawMark(context, { x, y, radius, shape: Math.max(0, SHAPES.indexOf(entry.shape)), border: entry.border, fill }, ink);
}

function line(context: CanvasRenderingContext2D, x: number, y: number, kind: LineKind, ink: Ink): void {
  const crossing = kind === "between" || kind === "bands";
  const faint = kind === "dormant" ? 0.35 : kind === "within" ? 0.55 : kind === "bands" ? 0.5 : 0.85;
  context.strokeStyle = withAlpha(crossing ? ink.crossing : kind === "within" ? ink.inner : ink.text, faint);
  context.fillStyle = context.strokeStyle;
  context.lineWidth = kind === "bands" ? 7 : 1.75;
  context.setLineDash(kind === "assumed" ? [5, 4] : kind === "noneReported" ? [2, 4] : []);
  context.beginPath();
  if (kind === "notAsked") {
    for (const at of [-9, -3, 3]) {
      context.moveTo(x + at, y + 5);
      context.lineTo(x + at + 6, y - 5);
    }
  } else {
    context.moveTo(x - WIDE, y);
    context.lineTo(x + WIDE, y);
  }
  context.stroke();
  context.setLineDash([]);
  if (kind !== "directed" && kind !== "disputed") return;
  context.beginPath();
  if (kind === "directed") {
    context.moveTo(x + WIDE, y);
    context.lineTo(x + WIDE - 8, y - 4);
    context.lineTo(x + WIDE - 8, y + 4);
  } else {
    for (const [dx, dy] of [[0, -4.5], [4.5, 0], [0, 4.5], [-4.5, 0]] as const) context.lineTo(x + dx, y + dy);
    context.fillStyle = ink.paper;
  }
  context.closePath();
  context.fill();
  if (kind === "disputed") context.stroke();
}
