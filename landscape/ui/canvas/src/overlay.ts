// The layer above the marks: names of regions, grounds and stakeholders, and what is lifted out.
import { type Box, BoxGrid, inside } from "./boxes";
import type { Region } from "./columns";
import { Crowd, Density } from "./crowd";
import type { GapSign } from "./gaps";
import { type BandNumber, writeNumbers } from "./ground";
import { type Laid, labelSpots } from "./grounds";
import { type Ink, withAlpha } from "./ink";
import { type Candidate, type Label, LINE, type Marks, fitted, placeLabels, wrapped } from "./labels";
import { drawPins, lift } from "./lift";
import { type Disc, type Name, placeNames } from "./regions";
import type { Scene } from "./scene";
import { WORDS } from "./words";

export interface Screen {
  x: Float32Array;
  y: Float32Array;
  /** The radius of each mark in pixels. */
  r: Float32Array;
  /** How many pixels a mark of radius 1 takes. */
  scale: number;
  width: number;
  height: number;
  discs: Disc[];
  grounds: Laid[];
  gaps: GapSign[];
  numbers: BandNumber[];
  /** What stands over the map and hides it. */
  covered: Box[];
  zoom: number;
  /** So much larger than on a desk are names. */
  large: number;
  /** From 0 to 1 while everybody is on the way from another arrangement: how far they are. */
  arrived: number;
}

export interface Focus {
  selected: number;
  hovered: number;
  /** Those whom a legend entry or a found group brings out, before who is selected. */
  lit: ReadonlySet<number> | null;
}

/** The label of a ground, and where it stands. */
export interface GroundLabel extends Box {
  text: string;
  cut: boolean;
}

export interface Written {
  labels: Label[];
  names: Name[];
  numbers: Box[];
  grounds: GroundLabel[];
}

const NAME = 14;
const NAME_SMALL = 12.5;
const TEXT = 12.5;
/** A map that is not wider than this has smaller names of regions. */
const SMALL = 700;
/** Where more marks show, a name hides some of them wherever it stands. */
const MANY = 3000;
/** So many times the names that there is room for are tried, the most important first. */
const TRIES = 5;
/** What the name of one who is brought out may cover of those who recede. */
const STRONG_COVERS = 14;
/** From so near, names have more room. */
const NEAR = 2;

export class Overlay {
  private widths = new Map<string, number>();
  private fits = new Map<string, Map<string, { text: string; cut: boolean }>>();
  /** The names of regions in lines, as they were broken last. */
  private named: { of: readonly Region[]; font: string; texts: { lines: string[]; w: number; h: number }[] } | null = null;
  private font = "";
  private inSight = new Int32Array(0);
  private readonly crowd = new Crowd();
  private readonly density = new Density();
  /** What tells how much of the marks a name hides in this frame. */
  private marks: Marks = this.crowd;

  constructor(private readonly context: CanvasRenderingContext2D) {}

  draw(scene: Scene, screen: Screen, focus: Focus, ink: Ink): Written {
    if (this.font !== ink.font) {
      this.widths.clear();
      this.fits.clear();
      this.named = null;
    }
    this.font = ink.font;
    const lifted = lift(this.context, scene, screen, focus, ink);
    drawPins(this.context, scene, screen, ink);
    const taken = new BoxGrid();
    for (const box of screen.covered) taken.add(box);
    const frame = { x: 6, y: 6, w: screen.width - 12, h: screen.height - 12 };
    const count = this.look(scene, screen);
    const names = this.names(scene, screen, frame, taken, ink);
    const grounds = this.grounds(screen, frame, taken, ink);
    const numbers = writeNumbers(this.context, lifted.size ? [] : screen.numbers, screen.discs, ink, taken);
    for (const gap of screen.gaps) taken.add(around(gap));
    const labels = this.labels(scene, screen, focus, lifted, count, frame, taken, ink);
    return { labels, names, numbers, grounds };
  }

  /** Who is in sight, the most important first; returns how many. */
  private look(scene: Scene, { x, y, r, width, height }: Screen): number {
    if (this.inSight.length < scene.count) this.inSight = new Int32Array(scene.count);
    let count = 0;
    for (const i of scene.order) {
      const [atX, atY] = [x[i] ?? NaN, y[i] ?? NaN];
      if (scene.visible(i) && atX > 0 && atY > 0 && atX < width && atY < height) this.inSight[count++] = i;
    }
    const many = count > MANY;
    if (many) this.density.fill(this.inSight, count, x, y, width, height);
    else this.crowd.fill(this.inSight, count, x, y, r, width, height);
    this.marks = many ? this.density : this.crowd;
    return count;
  }

  private names(scene: Scene, screen: Screen, frame: Box, taken: BoxGrid, ink: Ink): Name[] {
    const { context } = this;
    const small = screen.width <= SMALL;
    const size = (small ? NAME_SMALL : NAME) * screen.large;
    const high = size + 4;
    context.font = `600 ${size}px ${ink.font}`;
    const measure = this.measure(context.font);
    const { regions } = scene.columns;
    if (this.named?.of !== regions || this.named.font !== context.font) {
      const texts = regions.map(({ label, count }) => {
        const lines = wrapped(WORDS.region(label, count), (small ? 130 : 190) * screen.large, measure);
        return { lines, w: Math.ceil(Math.max(...lines.map(measure))) + 2, h: high * lines.length };
      });
      this.named = { of: regions, font: context.font, texts };
    }
    const { texts } = this.named;
    const placed = placeNames(screen.discs, texts, frame, taken, this.marks, screen.gaps.map(around));
    for (const name of placed) {
      name.lines.forEach((line, k) => {
        this.text(line, name.x + name.w / 2, name.y + high * (k + 0.5), "center", ink, screen.arrived);
      });
    }
    return placed;
  }

  private grounds(screen: Screen, frame: Box, taken: BoxGrid, ink: Ink): GroundLabel[] {
    const { context } = this;
    context.font = `600 ${NAME_SMALL * screen.large}px ${ink.font}`;
    const measure = this.measure(context.font);
    const high = LINE * screen.large;
    const placed: GroundLabel[] = [];
    for (const ground of screen.grounds) {
      if (!ground.label) continue;
      const room = ground.kind === "cell" ? Math.max(ground.w - 12, 60) : 260 * screen.large;
      const said = wrapped(ground.label, room, measure).slice(0, 2).map((line) => fitted(line, room, measure));
      const w = Math.ceil(Math.max(...said.map(({ text }) => measure(text)))) + 2;
      const box = this.free(labelSpots(ground, w, high * said.length, frame), frame, taken);
      if (!box) continue;
      taken.add(box);
      placed.push({ ...box, text: said.map(({ text }) => text).join(" "), cut: said.some(({ cut }) => cut) });
      said.forEach(({ text }, k) => this.text(text, box.x, box.y + high * (k + 0.5), "left", ink, 0.86 * screen.arrived));
    }
    return placed;
  }

  private labels(scene: Scene, screen: Screen, focus: Focus, lifted: Set<number>, count: number, frame: Box, taken: BoxGrid, ink: Ink): Label[] {
    this.context.font = `${TEXT * screen.large}px ${ink.font}`;
    const high = LINE * screen.large;
    const area = screen.width * screen.height;
    const most = Math.round(area / (25000 * screen.large ** 2)) + (lifted.size ? 12 : 0);
    const candidates: Candidate[] = [];
    const add = (i: number, must: boolean): void => {
      const [x, y, radius] = [screen.x[i] ?? 0, screen.y[i] ?? 0, screen.r[i] ?? 0];
      const covers = scene.strong(i) ? STRONG_COVERS : undefined;
      candidates.push({ of: i, x, y, radius, text: scene.columns.labels[i] ?? "", must, covers });
    };
    const first = [focus.selected, focus.hovered].filter((i, k, both) => i >= 0 && scene.visible(i) && both.indexOf(i) === k);
    for (const i of first) add(i, true);
    for (let k = 0; k < count && candidates.length < most * TRIES; k++) {
      const i = this.inSight[k] ?? 0;
      // Those who are brought out come first; from afar, the others leave them the room.
      if (!lifted.size && candidates.length > first.length && screen.zoom < NEAR && scene.recedes(i)) break;
      if ((!lifted.size || lifted.has(i)) && !first.includes(i)) add(i, false);
    }
    const width = (screen.zoom > NEAR ? 280 : 190) * screen.large;
    // Where marks are dense, a name may hide half of what lies beneath one on the average.
    const covered = count > MANY && !lifted.size ? Math.max(2, (count / area) * high * 90 * 0.5) : 2;
    const placed = placeLabels(candidates, frame, taken, this.marks, this.measure(this.context.font), { width, most, covered, high, fit: this.fit(this.context.font) });
    for (const label of placed) {
      const back = scene.recedes(label.of) && !lifted.has(label.of);
      this.text(label.text, label.x, label.y + high / 2, "left", ink, back ? 0.6 : 1);
    }
    return placed;
  }

  /** The spot that hides the fewest marks and nothing that is taken. */
  private free(spots: Iterable<Box>, frame: Box, taken: BoxGrid): Box | null {
    let best: Box | null = null;
    let least = Infinity;
    for (const box of spots) {
      if (!inside(box, frame) || taken.touches(box)) continue;
      const cost = this.marks.count(box, least);
      if (cost >= least) continue;
      [best, least] = [box, cost];
      if (cost === 0) break;
    }
    return best;
  }

  private text(text: string, x: number, y: number, align: CanvasTextAlign, ink: Ink, strength = 1): void {
    const { context } = this;
    context.textAlign = align;
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = withAlpha(ink.paper, 0.85 * strength);
    context.strokeText(text, x, y);
    context.fillStyle = withAlpha(ink.text, strength);
    context.fillText(text, x, y);
  }

  private fit(font: string): (text: string, width: number) => { text: string; cut: boolean } {
    const measure = this.measure(font);
    return (text, width) => {
      const key = `${font}\n${width}`;
      let told = this.fits.get(key);
      if (!told || told.size > 5000) this.fits.set(key, (told = new Map()));
      let said = told.get(text);
      if (!said) told.set(text, (said = fitted(text, width, measure)));
      return said;
    };
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

/** The box that the sign of a gap takes up. */
function around({ x1, y1, x2, y2, half }: GapSign): Box {
  const [x, y] = [Math.min(x1, x2) - half, Math.min(y1, y2) - half];
  return { x, y, w: Math.abs(x2 - x1) + 2 * half, h: Math.abs(y2 - y1) + 2 * half };
}
