// The legend as it goes with a picture: every means and every kind of line that the map uses.
import type { Legend, LegendEntry } from "./columns";
import { type Ink, withAlpha } from "./ink";
import { type LineKind, lineKinds } from "./line_kinds";
import { SHAPES, drawMark } from "./marks";
import type { Scene } from "./scene";
import { WORDS } from "./words";

export interface Row {
  kind: "heading" | "entry" | "note";
  text: string;
  count: number | null;
  /** Draws the mark or line it speaks of around a place. */
  sample: ((context: CanvasRenderingContext2D, x: number, y: number) => void) | null;
}

const ORDINARY = 6.5;
const WIDE = 11;

/** The rows of the legend; notes are wrapped by `wrap`. */
export function legendRows(scene: Scene, ink: Ink, wrap: (text: string) => string[]): Row[] {
  const rows = scene.looks.legends.flatMap((legend) => means(legend, ink, wrap));
  const kinds = lineKinds(scene);
  if (!kinds.length) return rows;
  const lines = kinds.map((kind): Row => ({ kind: "entry", text: WORDS[kind], count: null, sample: (context, x, y) => line(context, x, y, kind, ink) }));
  return [...rows, heading(WORDS.lines), ...lines];
}

function means(legend: Legend, ink: Ink, wrap: (text: string) => string[]): Row[] {
  const coloured = legend.means.includes("colour");
  // Those who are left out are not in the picture: their entry would speak of nobody.
  const entries = legend.entries.filter(({ count, hidden }) => count > 0 && !hidden);
  const rows = entries.map((entry): Row => ({
    kind: "entry",
    text: entry.label,
    count: entry.count,
    sample: (context, x, y) => mark(context, x, y, entry, coloured, ink),
  }));
  const notes = legend.note ? wrap(legend.note).map((text): Row => ({ kind: "note", text, count: null, sample: null })) : [];
  return rows.length || notes.length ? [heading(legend.title), ...rows, ...notes] : [];
}

function heading(text: string): Row {
  return { kind: "heading", text, count: null, sample: null };
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
