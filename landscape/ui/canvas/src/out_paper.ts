// A canvas that writes what is drawn on it into an SVG document: text stays text, lines stay lines.
import { type Attributes, Pen, fontOf, short } from "./out_pen";
import { forXml, readable } from "./out_text";

const SVG = "http://www.w3.org/2000/svg";
const ROUND = 2 * Math.PI;
/** How far the alphabetic baseline lies below the line that a text is put at, in parts of its size. */
const BELOW: Partial<Record<CanvasTextBaseline, number>> = { middle: 0.35, top: 0.8, hanging: 0.8, bottom: -0.2 };

interface Mark {
  tag: "path" | "text";
  at: Attributes;
  text: string;
  style: Attributes;
}

export type Ruler = Pick<CanvasRenderingContext2D, "font" | "measureText">;

export function svgElement(document: Document, tag: string, attributes: Attributes = {}): Element {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, forXml(value));
  return made;
}

/** Has of a 2D context what the map draws with; a test holds it to that. */
export class SvgPaper extends Pen {
  readonly canvas: { width: number; height: number };
  private readonly kept: Pen[] = [];
  private way: string[] = [];
  private begun = false;
  private pending: Mark | null = null;
  private group: Element | null = null;
  private grouped = "";
  private clips = 0;

  /** `host` is what it draws into, `ruler` measures text, `dense` is undone from transforms. */
  constructor(
    private readonly host: Element,
    private readonly ruler: Ruler,
    private readonly name: string,
    size: { width: number; height: number },
    private readonly dense = 1,
  ) {
    super();
    this.canvas = { ...size };
  }

  /** To be drawn on by what draws on a screen. */
  get context(): CanvasRenderingContext2D {
    return this as unknown as CanvasRenderingContext2D;
  }

  /** Writes down what is still held back; call it once all is drawn. */
  end(): void {
    const mark = this.pending;
    this.pending = null;
    if (!mark) return;
    const document = this.host.ownerDocument;
    const style = JSON.stringify(mark.style);
    if (!this.group || style !== this.grouped) {
      this.group = svgElement(document, "g", mark.style);
      this.grouped = style;
      this.host.append(this.group);
    }
    const made = svgElement(document, mark.tag, mark.at);
    if (mark.tag === "text") made.textContent = mark.text;
    this.group.append(made);
  }

  save(): void {
    const pen = new Pen();
    pen.take(this);
    this.kept.push(pen);
  }

  restore(): void {
    const before = this.kept.pop();
    if (before) this.take(before);
  }

  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.resetTransform();
    this.transform(a / this.dense, b / this.dense, c / this.dense, d / this.dense, e / this.dense, f / this.dense);
  }

  clearRect(): void {
    // Paper is blank to begin with.
  }

  beginPath(): void {
    this.way = [];
    this.begun = false;
  }

  closePath(): void {
    if (this.begun) this.way.push("Z");
  }

  moveTo(x: number, y: number): void {
    this.begun = true;
    this.way.push(`M${this.point(x, y)}`);
  }

  lineTo(x: number, y: number): void {
    this.way.push(`${this.begun ? "L" : "M"}${this.point(x, y)}`);
    this.begun = true;
  }

  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    if (!this.begun) this.moveTo(cx, cy);
    this.way.push(`Q${this.point(cx, cy)} ${this.point(x, y)}`);
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    if (!this.begun) this.moveTo(ax, ay);
    this.way.push(`C${this.point(ax, ay)} ${this.point(bx, by)} ${this.point(x, y)}`);
  }

  arc(x: number, y: number, radius: number, from: number, to: number, backwards = false): void {
    this.ellipse(x, y, radius, radius, 0, from, to, backwards);
  }

  ellipse(x: number, y: number, wide: number, high: number, turn: number, from: number, to: number, backwards = false): void {
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const at = (angle: number): string => {
      const [dx, dy] = [wide * Math.cos(angle), high * Math.sin(angle)];
      return this.point(x + dx * cos - dy * sin, y + dx * sin + dy * cos);
    };
    const sign = backwards ? -1 : 1;
    const far = sign * (to - from);
    const whole = far >= ROUND;
    const swept = whole ? ROUND : ((far % ROUND) + ROUND) % ROUND;
    const tilt = (turn * 180) / Math.PI + this.tilt;
    const bend = `A${short(wide * this.grown)} ${short(high * this.grown)} ${short(tilt)}`;
    const onward = backwards ? 0 : 1;
    this.way.push(`${this.begun ? "L" : "M"}${at(from)}`);
    this.begun = true;
    // An arc that ends where it began would be none: a whole round takes two.
    if (whole) this.way.push(`${bend} 1 ${onward} ${at(from + sign * Math.PI)}`, `${bend} 1 ${onward} ${at(from)}`);
    else this.way.push(`${bend} ${swept > Math.PI ? 1 : 0} ${onward} ${at(from + sign * swept)}`);
  }

  rect(x: number, y: number, w: number, h: number): void {
    this.way.push(`M${this.point(x, y)}L${this.point(x + w, y)}L${this.point(x + w, y + h)}L${this.point(x, y + h)}Z`);
    this.begun = true;
  }

  roundRect(x: number, y: number, w: number, h: number, radius: number): void {
    const r = Math.max(0, Math.min(radius, w / 2, h / 2));
    this.moveTo(x + r, y);
    for (const [cornerX, cornerY, nextX, nextY] of [
      [x + w, y, 0, 1], [x + w, y + h, -1, 0], [x, y + h, 0, -1], [x, y, 1, 0],
    ] as const) {
      this.lineTo(cornerX - r * nextY, cornerY + r * nextX);
      this.quadraticCurveTo(cornerX, cornerY, cornerX + r * nextX, cornerY + r * nextY);
    }
    this.closePath();
  }

  /** What is drawn until `restore` shows only within the path. */
  clip(): void {
    this.end();
    this.group = null;
    const document = this.host.ownerDocument;
    this.clipped = `${this.name}-${(this.clips += 1)}`;
    const shape = svgElement(document, "clipPath", { id: this.clipped });
    shape.append(svgElement(document, "path", { d: this.way.join("") }));
    this.host.append(shape);
  }

  fill(): void {
    this.put({ tag: "path", at: { d: this.way.join("") }, text: "", style: this.filled() });
  }

  stroke(): void {
    const d = this.way.join("");
    const stroked = this.stroked();
    if (this.pending?.at.d === d && this.pending.style.stroke === "none") this.outline(stroked);
    else this.put({ tag: "path", at: { d }, text: "", style: stroked });
  }

  fillRect(x: number, y: number, w: number, h: number): void {
    const way = this.way;
    this.way = [];
    this.rect(x, y, w, h);
    this.fill();
    this.way = way;
  }

  strokeRect(x: number, y: number, w: number, h: number): void {
    const way = this.way;
    this.way = [];
    this.rect(x, y, w, h);
    this.stroke();
    this.way = way;
  }

  fillText(text: string, x: number, y: number): void {
    const mark = this.lettering(text, x, y, this.filled());
    const { pending } = this;
    const outlined = pending?.tag === "text" && pending.style.fill === "none";
    if (!pending || !outlined || pending.text !== mark.text || pending.at.x !== mark.at.x || pending.at.y !== mark.at.y) {
      this.put(mark);
      return;
    }
    // A text outlined first and filled then is one text with its outline beneath.
    const { stroke: _, ...filled } = mark.style;
    pending.style = { ...pending.style, ...filled, "paint-order": "stroke" };
  }

  strokeText(text: string, x: number, y: number): void {
    this.put(this.lettering(text, x, y, this.stroked()));
  }

  measureText(text: string): TextMetrics {
    this.ruler.font = this.font;
    return this.ruler.measureText(readable(text));
  }

  private outline(stroked: Attributes): void {
    const { pending } = this;
    if (!pending) return;
    const { fill: _, ...stroke } = stroked;
    pending.style = { ...pending.style, ...stroke };
  }

  private lettering(text: string, x: number, y: number, style: Attributes): Mark {
    const down = y + (BELOW[this.textBaseline] ?? 0) * fontOf(this.font).size;
    const [atX = "", atY = ""] = this.point(x, down).split(" ");
    const at: Attributes = { x: atX, y: atY };
    if (Math.abs(this.tilt) > 0.01) at.transform = `rotate(${short(this.tilt)} ${atX} ${atY})`;
    return { tag: "text", at, text: readable(text), style: { ...style, ...this.written() } };
  }

  private put(mark: Mark): void {
    this.end();
    if (mark.tag === "text" ? mark.text : mark.at.d) this.pending = mark;
  }
}
