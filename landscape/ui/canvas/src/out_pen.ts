// The state of a canvas while something is drawn, and what of it an SVG element says.
import { rgb } from "./ink";

export type Attributes = Record<string, string>;
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const PLAIN: Matrix = [1, 0, 0, 1, 0, 0];

/** As few digits as a picture needs. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export class Pen {
  fillStyle = "#000000";
  strokeStyle = "#000000";
  lineWidth = 1;
  lineCap: CanvasLineCap = "butt";
  lineJoin: CanvasLineJoin = "miter";
  lineDashOffset = 0;
  miterLimit = 10;
  globalAlpha = 1;
  font = "10px sans-serif";
  textAlign: CanvasTextAlign = "start";
  textBaseline: CanvasTextBaseline = "alphabetic";
  direction: CanvasDirection = "ltr";
  dash: readonly number[] = [];
  matrix: Matrix = PLAIN;
  clipped = "";

  take(other: Pen): void {
    const { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, lineDashOffset, miterLimit, globalAlpha } = other;
    const { font, textAlign, textBaseline, direction, dash, matrix, clipped } = other;
    Object.assign(this, { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, lineDashOffset, miterLimit, globalAlpha });
    Object.assign(this, { font, textAlign, textBaseline, direction, dash, matrix, clipped });
  }

  resetTransform(): void {
    this.matrix = PLAIN;
  }

  transform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    const [A, B, C, D, E, F] = this.matrix;
    this.matrix = [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
  }

  translate(x: number, y: number): void {
    this.transform(1, 0, 0, 1, x, y);
  }

  scale(x: number, y: number): void {
    this.transform(x, 0, 0, y, 0, 0);
  }

  rotate(angle: number): void {
    this.transform(Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0);
  }

  setLineDash(dash: Iterable<number>): void {
    this.dash = [...dash];
  }

  getLineDash(): number[] {
    return [...this.dash];
  }

  /** Where a place lies once it is turned and moved. */
  point(x: number, y: number): string {
    const [a, b, c, d, e, f] = this.matrix;
    return `${short(a * x + c * y + e)} ${short(b * x + d * y + f)}`;
  }

  /** How much larger lengths are, and by how many degrees they are turned. */
  get grown(): number {
    const [a, b, c, d] = this.matrix;
    return Math.sqrt(Math.abs(a * d - b * c));
  }

  get tilt(): number {
    const [a, b] = this.matrix;
    return (Math.atan2(b, a) * 180) / Math.PI;
  }

  filled(): Attributes {
    return { ...colour("fill", this.fillStyle, this.globalAlpha), stroke: "none", ...this.within() };
  }

  stroked(): Attributes {
    const told: Attributes = {
      fill: "none",
      ...colour("stroke", this.strokeStyle, this.globalAlpha),
      "stroke-width": short(this.lineWidth * this.grown),
      ...this.within(),
    };
    if (this.lineCap !== "butt") told["stroke-linecap"] = this.lineCap;
    if (this.lineJoin !== "miter") told["stroke-linejoin"] = this.lineJoin;
    if (this.dash.length) told["stroke-dasharray"] = this.dash.map((part) => short(part * this.grown)).join(" ");
    if (this.dash.length && this.lineDashOffset) told["stroke-dashoffset"] = short(this.lineDashOffset * this.grown);
    return told;
  }

  /** The font and where a text stands by its place. */
  written(): Attributes {
    const { style, weight, family } = fontOf(this.font);
    const anchor = { center: "middle", right: "end", end: "end", left: "start", start: "start" }[this.textAlign];
    const told: Attributes = { "font-family": family, "font-size": short(fontOf(this.font).size * this.grown) };
    if (style) told["font-style"] = style;
    if (weight) told["font-weight"] = weight;
    if (anchor !== "start") told["text-anchor"] = anchor;
    return told;
  }

  private within(): Attributes {
    return this.clipped ? { "clip-path": `url(#${this.clipped})` } : {};
  }
}

export interface Font {
  style: string;
  weight: string;
  size: number;
  family: string;
}

/** The parts of a font as a canvas names it: `italic 600 14px serif`. */
export function fontOf(font: string): Font {
  const found = /^(.*?)([\d.]+)px(?:\/\S+)?\s+(.+)$/.exec(font.trim());
  const before = (found?.[1] ?? "").trim().split(/\s+/);
  return {
    style: before.find((word) => word === "italic" || word === "oblique") ?? "",
    weight: before.find((word) => /^(bold|bolder|lighter|\d+)$/.test(word)) ?? "",
    size: Number(found?.[2] ?? 10),
    family: found?.[3] ?? "sans-serif",
  };
}

/** A colour and how much it covers, apart, as every program reads it. */
function colour(name: "fill" | "stroke", css: string, alpha: number): Attributes {
  const numbers = /^rgba?\(([^)]*)\)$/.exec(css.trim())?.[1]?.split(/[\s,/]+/).map(Number) ?? [];
  const hex = rgb(css).map((part) => Math.round(part * 255).toString(16).padStart(2, "0")).join("");
  const covers = (numbers[3] ?? 1) * alpha;
  return { [name]: `#${hex}`, ...(covers < 1 ? { [`${name}-opacity`]: String(Math.round(covers * 1000) / 1000) } : {}) };
}
