// The layer above the marks: names, what is lifted out by a selection, and pins.
import { type Box, BoxGrid } from "./boxes";
import { BASIS, STATUS } from "./columns";
import { type BandNumber, writeNumbers } from "./ground";
import { type Ink, withAlpha } from "./ink";
import { type Candidate, type Label, LINE, coverWeight, placeLabels, wrapped } from "./labels";
import { outlineOf, traceShape } from "./marks";
import { type Disc, type Name, placeNames } from "./regions";
import type { Scene } from "./scene";
import { WORDS } from "./words";

export interface Screen {
  x: Float32Array;
  y: Float32Array;
  /** How many pixels a mark of radius 1 takes. */
  scale: number;
  width: number;
  height: number;
  discs: Disc[];
  numbers: BandNumber[];
  /** What stands over the map and hides it. */
  covered: Box[];
  zoom: number;
}

export interface Focus {
  selected: number;
  hovered: number;
  group: number;
}

export interface Written {
  labels: Label[];
  names: Name[];
  numbers: Box[];
}

const NAME = 14;
const NAME_LINE = 18;
const TEXT = 12.5;
/** Where more marks show, names would hide them: only those of the focus are written. */
const MANY = 3000;
/** So many times the names that there is room for are tried, the most connected first. */
const TRIES = 5;

export class Overlay {
  private widths = new Map<string, number>();
  private font = "";

  constructor(private readonly context: CanvasRenderingContext2D) {}

  draw(scene: Scene, screen: Screen, focus: Focus, ink: Ink): Written {
    if (this.font !== ink.font) this.widths.clear();
    this.font = ink.font;
    const lifted = this.lift(scene, screen, focus, ink);
    this.pins(scene, screen, ink);
    const taken = new BoxGrid();
    for (const box of screen.covered) taken.add(box);
    const frame = { x: 6, y: 6, w: screen.width - 12, h: screen.height - 12 };
    const names = this.names(scene, screen, frame, taken, ink);
    const numbers = writeNumbers(this.context, lifted.size ? [] : screen.numbers, screen.discs, ink, taken);
    const labels = this.labels(scene, screen, focus, lifted, frame, taken, ink);
    return { labels, names, numbers };
  }

  /** Draws whom the focus is on, and their relationships, over a veil. */
  private lift(scene: Scene, screen: Screen, focus: Focus, ink: Ink): Set<number> {
    const lifted = new Set<number>();
    const centre = focus.hovered >= 0 ? focus.hovered : focus.selected;
    if (focus.selected >= 0 || focus.group >= 0) {
      this.context.fillStyle = withAlpha(ink.paper, 0.62);
      this.context.fillRect(0, 0, screen.width, screen.height);
    }
    if (focus.group >= 0) {
      scene.columns.group.forEach((group, i) => group === focus.group && scene.visible(i) && lifted.add(i));
    }
    for (const i of new Set([focus.selected, centre])) {
      if (i < 0) continue;
      for (const { relationship, other } of scene.around(i)) {
        if (!scene.lineVisible(relationship)) continue;
        this.line(scene, screen, relationship, ink);
        lifted.add(other);
      }
      lifted.add(i);
    }
    for (const i of lifted) this.mark(scene, screen, i, ink, i === focus.selected);
    return lifted;
  }

  private line(scene: Scene, screen: Screen, relationship: number, ink: Ink): void {
    const { source, target, basis, status } = scene.columns;
    const from = source[relationship] ?? 0;
    const to = target[relationship] ?? 0;
    const { context } = this;
    context.beginPath();
    context.moveTo(screen.x[from] ?? 0, screen.y[from] ?? 0);
    context.lineTo(screen.x[to] ?? 0, screen.y[to] ?? 0);
    const faint = status[relationship] !== STATUS.live;
    context.strokeStyle = withAlpha(scene.between(relationship) ? ink.crossing : ink.text, faint ? 0.35 : 0.75);
    context.lineWidth = 1.5;
    context.setLineDash(basis[relationship] === BASIS.assumed ? [5, 4] : []);
    context.stroke();
    context.setLineDash([]);
  }

  private mark(scene: Scene, screen: Screen, i: number, ink: Ink, selected: boolean): void {
    const x = screen.x[i] ?? 0;
    const y = screen.y[i] ?? 0;
    const radius = this.radius(scene, screen, i);
    const { context } = this;
    if (selected) {
      traceShape(context, 0, x, y, radius + 5);
      context.strokeStyle = ink.accent;
      context.lineWidth = 3;
      context.stroke();
    }
    const outline = outlineOf(radius);
    traceShape(context, scene.shape(i), x, y, radius - outline / 2);
    context.fillStyle = scene.colour(i, ink.dark);
    context.fill();
    context.strokeStyle = ink.text;
    context.lineWidth = outline;
    context.stroke();
  }

  private radius(scene: Scene, screen: Screen, i: number): number {
    return scene.radius(i) * screen.scale;
  }

  private pins(scene: Scene, screen: Screen, ink: Ink): void {
    const { context } = this;
    scene.columns.pinned.forEach((pinned, i) => {
      if (!pinned || !scene.visible(i)) return;
      const x = screen.x[i] ?? 0;
      const y = (screen.y[i] ?? 0) - this.radius(scene, screen, i) - 4;
      context.strokeStyle = ink.text;
      context.lineWidth = 1.5;
      context.beginPath();
      context.moveTo(x, y + 4);
      context.lineTo(x, y - 3);
      context.stroke();
      context.beginPath();
      context.arc(x, y - 5, 3, 0, 2 * Math.PI);
      context.fillStyle = ink.paper;
      context.fill();
      context.stroke();
    });
  }

  private names(scene: Scene, screen: Screen, frame: Box, taken: BoxGrid, ink: Ink): Name[] {
    const { context } = this;
    context.font = `600 ${NAME}px ${ink.font}`;
    const measure = this.measure(context.font);
    const texts = scene.columns.regions.map(({ label, count }) => {
      const lines = wrapped(WORDS.region(label, count), 190, measure);
      return { lines, w: Math.ceil(Math.max(...lines.map(measure))) + 2, h: NAME_LINE * lines.length };
    });
    const placed = placeNames(screen.discs, texts, frame, taken);
    for (const name of placed) {
      name.lines.forEach((line, k) => {
        this.text(line, name.x + name.w / 2, name.y + NAME_LINE * (k + 0.5), "center", ink);
      });
    }
    return placed;
  }

  private labels(scene: Scene, screen: Screen, focus: Focus, lifted: Set<number>, frame: Box, taken: BoxGrid, ink: Ink): Label[] {
    this.context.font = `${TEXT}px ${ink.font}`;
    const visible: number[] = [];
    for (const i of scene.order) {
      if (!scene.visible(i)) continue;
      const x = screen.x[i] ?? 0;
      const y = screen.y[i] ?? 0;
      if (x > 0 && y > 0 && x < screen.width && y < screen.height) visible.push(i);
    }
    const marks = new BoxGrid();
    if (visible.length <= MANY) {
      for (const i of visible) {
        const r = this.radius(scene, screen, i);
        const box = { x: (screen.x[i] ?? 0) - r, y: (screen.y[i] ?? 0) - r, w: 2 * r, h: 2 * r };
        for (let weight = coverWeight(r); weight > 0; weight--) marks.add(box);
      }
    }
    const first = [...new Set([focus.selected, focus.hovered])].filter((i) => i >= 0);
    const shown = lifted.size ? visible.filter((i) => lifted.has(i)) : visible;
    const most = Math.round((screen.width * screen.height) / 25000) + (lifted.size ? 12 : 0);
    const rest = shown.length <= MANY ? shown.filter((i) => !first.includes(i)).slice(0, most * TRIES) : [];
    const candidates = [...first, ...rest].map((i): Candidate => ({
      of: i,
      x: screen.x[i] ?? 0,
      y: screen.y[i] ?? 0,
      radius: this.radius(scene, screen, i),
      text: scene.columns.labels[i] ?? "",
      must: first.includes(i),
    }));
    const width = screen.zoom > 2 ? 280 : 170;
    const placed = placeLabels(candidates, frame, taken, marks, this.measure(this.context.font), width, most);
    for (const label of placed) this.text(label.text, label.x, label.y + LINE / 2, "left", ink);
    return placed;
  }

  private text(text: string, x: number, y: number, align: CanvasTextAlign, ink: Ink): void {
    const { context } = this;
    context.textAlign = align;
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = withAlpha(ink.paper, 0.85);
    context.strokeText(text, x, y);
    context.fillStyle = ink.text;
    context.fillText(text, x, y);
  }

  private measure(font: string): (text: string) => number {
    return (text) => {
      const key = `${font}\n${text}`;
      let width = this.widths.get(key);
      if (width === undefined) {
        if (this.widths.size > 20000) this.widths.clear();
        width = this.context.measureText(text).width;
        this.widths.set(key, width);
      }
      return width;
    };
  }
}
