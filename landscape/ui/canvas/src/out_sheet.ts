// A sheet to take away: the map as it is seen, with title, legend and notes, as an SVG document.
import type { Box } from "./boxes";
import type { Head } from "./columns";
import { type Ink, withAlpha } from "./ink";
import { fitted, wrapped } from "./labels";
import type { LandscapeMap } from "./map";
import { legendRows, type Row, SAMPLE } from "./out_legend";
import { drawLines, drawMarks } from "./out_lines";
import { type Ruler, SvgPaper, svgElement } from "./out_paper";
import { short } from "./out_pen";
import { COLUMN, GAP, type Plan, ROW, plan } from "./out_plan";
import { readable } from "./out_text";
import { OUT_WORDS } from "./out_words";
import type { Screen, Written } from "./overlay";
import { Painter } from "./painter";
import { projection } from "./view";

const SVG = "http://www.w3.org/2000/svg";
const HEADING = "600 25px serif";
const SENTENCE = "15px sans-serif";
const ENTRY = "13px sans-serif";
const STRONG = "600 13px sans-serif";
const NOTE = "12.5px sans-serif";
const HEADING_LINE = 31;
const SENTENCE_LINE = 20;
const NOTE_LINE = 17;
const MOST_LINES = 3;
/** Room around what is drawn, in pixels. */
const SPARE = 24;

export interface About {
  title: string;
  date: string;
  sources: string[];
  /** The name and the sentence of the saved view that is shown. */
  view: string[];
}

/** What a head says of the map, whatever is missing there. */
export function aboutOf({ about, views, at }: Pick<Head, "about" | "views" | "at">): About {
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  const shown = views.find(([id]) => id === at);
  return {
    title: text(about.title) || OUT_WORDS.title,
    date: text(about.date),
    sources: Array.isArray(about.sources) ? about.sources.map(text).filter(Boolean) : [],
    view: shown ? shown.slice(1).filter(Boolean) : [],
  };
}

/** Nothing stands over the map on a sheet. */
class SheetPainter extends Painter {
  protected override covered(): Box[] {
    return [];
  }
}

export function sheetOf(map: LandscapeMap, ruler: Ruler): XMLDocument {
  // Other programs have other fonts: the sheet is measured and written in the general ones.
  const ink: Ink = { ...map.ink, font: "sans-serif" };
  const document = window.document.implementation.createDocument(SVG, "svg", null);
  const root = document.documentElement;
  const about = aboutOf(map.head);
  const write = new Writing(ruler);
  const rows = legendRows(map.scene, ink, (text, left) => write.wrap(text, left ? ENTRY : NOTE, COLUMN - left));
  const notes = notesOf(map, about);
  const drawing = drawn(document, map, ink, ruler);
  const laid = plan({
    picture: drawing.seen,
    rows,
    title: (width) => write.titled(about, width).reduce((sum, line) => sum + line.high, 0) + 10,
    notes: (width) => notes.flatMap((note) => write.wrap(note, NOTE, width)).length * NOTE_LINE,
  });
  const { width, height } = laid;
  for (const [name, value] of Object.entries({ width: "297mm", height: "210mm", viewBox: `0 0 ${width} ${height}` })) {
    root.setAttribute(name, value);
  }
  const named = svgElement(document, "title");
  const told = svgElement(document, "desc");
  const paper = new SvgPaper(root, ruler, "sheet", laid);
  named.textContent = readable(about.title);
  told.textContent = readable(notes.join(" "));
  root.append(named, told);
  const context = paper.context;
  context.fillStyle = ink.paper;
  context.fillRect(0, 0, width, height);
  write.title(context, about, laid, ink);
  paper.end();
  root.append(framed(document, drawing, laid, ink));
  write.legend(context, rows, laid, ink);
  write.notes(context, notes, laid, ink);
  paper.end();
  return document;
}

function notesOf({ scene }: LandscapeMap, { date, sources }: About): string[] {
  const { seen, looks, columns } = scene;
  return [
    [OUT_WORDS.shown([seen.stakeholders, scene.count], [seen.relationships, columns.source.length]), ...looks.words, columns.absent]
      .filter(Boolean)
      .join(" "),
    ...(sources.length ? [OUT_WORDS.sources(sources)] : []),
    OUT_WORDS.drawn(date),
  ];
}

interface Drawing {
  layers: Element[];
  /** What of the screen has anything on it. */
  seen: Box;
}

/** The map itself, as it is on the screen. */
function drawn(document: XMLDocument, map: LandscapeMap, ink: Ink, ruler: Ruler): Drawing {
  const layers: Element[] = [];
  const layer = (name: string): SvgPaper => {
    const host = svgElement(document, "g", { id: name });
    layers.push(host);
    return new SvgPaper(host, ruler, name, map.sigma.getDimensions(), window.devicePixelRatio || 1);
  };
  const [ground, marks, above] = [layer("ground"), layer("stakeholders"), layer("names")] as const;
  const painter = new SheetPainter(map.frame, ink, ground.context, above.context);
  const { screen, written } = painter.paint(map.sigma, map.scene, { ...map.focus, hovered: -1 }, map.viewport.zoomed);
  drawLines(marks.context, map.scene, screen, ink);
  drawMarks(marks.context, map.scene, screen, ink);
  for (const paper of [ground, marks, above]) paper.end();
  return { layers, seen: usedOf(map, screen, written) };
}

/** The part of the screen that has anything on it: what stood under the legend was left free. */
function usedOf({ scene, sigma }: LandscapeMap, { x, y, scale, width, height, discs }: Screen, written: Written): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (box: Box): void => {
    [left, top] = [Math.min(left, box.x), Math.min(top, box.y)];
    [right, bottom] = [Math.max(right, box.x + box.w), Math.max(bottom, box.y + box.h)];
  };
  for (let i = 0; i < scene.count; i++) {
    const r = scene.radius(i) * scale;
    if (scene.visible(i)) take({ x: (x[i] ?? 0) - r, y: (y[i] ?? 0) - r, w: 2 * r, h: 2 * r });
  }
  for (const disc of discs) take({ x: disc.x - disc.r, y: disc.y - disc.r, w: 2 * disc.r, h: 2 * disc.r });
  const { toX, toY, scale: grown } = projection(sigma);
  for (const ground of scene.columns.grounds) {
    const [w, h] = [ground.w * grown, ground.h * grown];
    const [atX, atY] = [toX(ground.x), toY(-ground.y)];
    take(ground.kind === "ring" ? { x: atX - w, y: atY - w, w: 2 * w, h: 2 * w } : { x: atX, y: atY, w, h });
  }
  if (left > right) take({ x: 0, y: 0, w: width, h: height });
  for (const box of [...written.names, ...written.labels]) take(box);
  [left, top] = [Math.max(0, left - SPARE), Math.max(0, top - SPARE)];
  return { x: left, y: top, w: Math.min(width, right + SPARE) - left, h: Math.min(height, bottom + SPARE) - top };
}

/** The drawing at its place on the sheet; nothing of it reaches beyond. */
function framed(document: XMLDocument, { layers, seen }: Drawing, { picture }: Plan, ink: Ink): Element {
  const at = { x: short(seen.x), y: short(seen.y), width: short(seen.w), height: short(seen.h) };
  const clip = svgElement(document, "clipPath", { id: "picture" });
  clip.append(svgElement(document, "rect", at));
  const whole = svgElement(document, "g", { id: "map", transform: `translate(${short(picture.x - seen.x)} ${short(picture.y - seen.y)})` });
  const cut = svgElement(document, "g", { "clip-path": "url(#picture)" });
  cut.append(...layers);
  whole.append(clip, cut, svgElement(document, "rect", { ...at, fill: "none", stroke: ink.text, "stroke-opacity": "0.3" }));
  return whole;
}

interface TitleLine {
  text: string;
  font: string;
  high: number;
}

/** Writes on the sheet, in lines that fit. */
class Writing {
  constructor(private readonly ruler: Ruler) {}

  private measure(font: string): (text: string) => number {
    return (text) => {
      this.ruler.font = font;
      return this.ruler.measureText(text).width;
    };
  }

  /** Lines between words; a word that is too long for one is broken. */
  wrap(text: string, font: string, width: number): string[] {
    const measure = this.measure(font);
    return wrapped(text, width, measure).flatMap((line) => broken(line, width, measure));
  }

  titled({ title, view }: About, width: number): TitleLine[] {
    const some = (text: string, font: string, high: number): TitleLine[] => {
      const lines = this.wrap(text, font, width);
      const last = lines.slice(MOST_LINES - 1).join(" ");
      const kept = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), fitted(last, width, this.measure(font)).text] : lines;
      return kept.map((line) => ({ text: line, font, high }));
    };
    return [...some(title, HEADING, HEADING_LINE), ...view.flatMap((text) => some(text, SENTENCE, SENTENCE_LINE))];
  }

  title(context: CanvasRenderingContext2D, about: About, { title }: Plan, ink: Ink): void {
    context.fillStyle = ink.text;
    let { y } = title;
    for (const { text, font, high } of this.titled(about, title.w)) {
      this.at(context, text, font, title.x, y + high / 2);
      y += high;
    }
  }

  legend(context: CanvasRenderingContext2D, rows: readonly Row[], { legend, seats }: Plan, ink: Ink): void {
    rows.forEach(({ kind, text, sample }, i) => {
      const x = legend.x + (seats[i]?.column ?? 0) * (COLUMN + GAP);
      const y = legend.y + ((seats[i]?.line ?? 0) + 0.5) * ROW;
      sample?.(context, x + 12, y);
      context.fillStyle = ink.text;
      const font = { heading: STRONG, entry: ENTRY, note: NOTE }[kind];
      this.at(context, fitted(text, COLUMN, this.measure(font)).text, font, kind === "entry" ? x + SAMPLE : x, y);
    });
  }

  notes(context: CanvasRenderingContext2D, notes: readonly string[], { notes: at }: Plan, ink: Ink): void {
    context.fillStyle = withAlpha(ink.text, 1);
    notes
      .flatMap((note) => this.wrap(note, NOTE, at.w))
      .forEach((line, i) => this.at(context, line, NOTE, at.x, at.y + (i + 0.5) * NOTE_LINE));
  }

  private at(context: CanvasRenderingContext2D, text: string, font: string, x: number, y: number): void {
    context.font = font;
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.fillText(text, x, y);
  }
}

/** A line in pieces that are no wider than `width`. */
export function broken(line: string, width: number, measure: (text: string) => number): string[] {
  if (measure(line) <= width) return [line];
  const pieces: string[] = [];
  let piece = "";
  for (const letter of line) {
    if (piece && measure(piece + letter) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...pieces, piece];
}
