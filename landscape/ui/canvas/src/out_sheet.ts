// A sheet to take away: the map as it is seen, with title, legend and notes, as an SVG document.
import type { Box } from "./boxes";
import type { Head } from "./columns";
import { type Ink, withAlpha } from "./ink";
import { fitted, wrapped } from "./labels";
import type { LandscapeMap } from "./map";
import { legendRows, type Row } from "./out_legend";
import { drawLines, drawMarks } from "./out_lines";
import { type Ruler, SvgPaper, svgElement } from "./out_paper";
import { COLUMN, type Plan, ROW, plan } from "./out_plan";
import { readable } from "./out_text";
import { OUT_WORDS } from "./out_words";
import { Painter } from "./painter";

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
const SAMPLE = 30;

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
  const rows = legendRows(map.scene, ink, (text) => write.wrap(text, NOTE, COLUMN));
  const notes = notesOf(map, about);
  const laid = plan({
    picture: picture(map),
    rows: rows.length,
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
  root.append(drawn(document, map, ink, ruler, laid));
  write.legend(context, rows, laid, ink);
  write.notes(context, notes, laid, ink);
  paper.end();
  return document;
}

function picture(map: LandscapeMap): { w: number; h: number } {
  const { width, height } = map.sigma.getDimensions();
  return { w: width, h: height };
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

/** The map itself, at its place on the sheet. */
function drawn(document: XMLDocument, map: LandscapeMap, ink: Ink, ruler: Ruler, { picture: { x, y, w, h } }: Plan): Element {
  const size = { width: w, height: h };
  const clip = svgElement(document, "clipPath", { id: "picture" });
  clip.append(svgElement(document, "rect", { width: String(w), height: String(h) }));
  const layer = (name: string): [SvgPaper, Element] => {
    const host = svgElement(document, "g", { id: name, "clip-path": "url(#picture)" });
    return [new SvgPaper(host, ruler, name, size, window.devicePixelRatio || 1), host];
  };
  const [ground, groundHost] = layer("ground");
  const [marks, marksHost] = layer("stakeholders");
  const [above, aboveHost] = layer("names");
  const painter = new SheetPainter(map.frame, ink, ground.context, above.context);
  const { screen } = painter.paint(map.sigma, map.scene, { ...map.focus, hovered: -1 }, map.viewport.zoomed);
  drawLines(marks.context, map.scene, screen, ink);
  drawMarks(marks.context, map.scene, screen, ink);
  for (const paper of [ground, marks, above]) paper.end();
  const whole = svgElement(document, "g", { id: "map", transform: `translate(${x} ${y})` });
  const rim = { width: String(w), height: String(h), fill: "none", stroke: ink.text, "stroke-opacity": "0.3" };
  whole.append(clip, groundHost, marksHost, aboveHost, svgElement(document, "rect", rim));
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

  legend(context: CanvasRenderingContext2D, rows: readonly Row[], { legend, rows: each }: Plan, ink: Ink): void {
    rows.forEach((row, i) => {
      const x = legend.x + Math.floor(i / each) * (COLUMN + 22);
      const y = legend.y + (i % each) * ROW + ROW / 2;
      row.sample?.(context, x + 12, y);
      context.fillStyle = ink.text;
      const left = row.sample ? SAMPLE : 0;
      const told = row.count === null ? "" : `\u00a0(${new Intl.NumberFormat("en").format(row.count)})`;
      const font = row.kind === "heading" ? STRONG : row.kind === "note" ? NOTE : ENTRY;
      const room = COLUMN - left - this.measure(font)(told);
      this.at(context, fitted(row.text, room, this.measure(font)).text + told, font, x + left, y);
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
