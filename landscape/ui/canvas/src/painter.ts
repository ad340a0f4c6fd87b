// Draws the two layers around the lines and marks, each time that sigma has drawn these.
import type Sigma from "sigma";
import type { Box } from "./boxes";
import type { Frame } from "./frame";
import { gapAt, gapSigns } from "./gaps";
import { type Leaving, drawGround } from "./ground";
import { type Way, laid } from "./grounds";
import { type Ink, STRONGEST_WITHIN } from "./ink";
import { type Focus, Overlay, type Screen, type Written } from "./overlay";
import { SINGLE_LINES, type Scene } from "./scene";
import { discsOf, projection, rising } from "./view";

/** Bands give way to single lines between these two zooms. */
const BANDS_UNTIL = 1.5;
const LINES_FROM = 2.6;
/** What is left of the others where some lines are brought out. */
const RECEDING = 0.3;

export class Painter {
  /** The gap that the pointer is on. */
  touched = -1;
  /** What was there before everybody set out for another arrangement, while they are on the way. */
  leaving: Leaving | null = null;
  /** So much larger than on a desk are names, for a room. */
  large = 1;
  private readonly overlay: Overlay;
  private screen: Screen | null = null;

  constructor(
    private readonly frame: Frame,
    private readonly ink: Ink,
    private readonly ground = context2d(frame.ground),
    private readonly above = context2d(frame.overlay),
  ) {
    this.overlay = new Overlay(above);
  }

  /** Before the lines are drawn: how strongly they show at this zoom. */
  prepare(scene: Scene, zoomed: number): void {
    const lines = scene.seen.relationships;
    const many = lines > SINGLE_LINES;
    const near = rising(zoomed, BANDS_UNTIL, LINES_FROM);
    const thinned = Math.min(1, 4000 / Math.max(lines, 1));
    // Of many long lines, some run through any part of the map that one looks at from near.
    const thin = Math.max(0.3, Math.min(1, Math.sqrt(700 / Math.max(lines, 1))));
    this.ink.between = many ? (scene.bands.length ? near * 0.5 * thin : 0.16 * thinned + near * 0.3 * thin) : 0.55;
    const strongest = scene.columns.regions.length ? STRONGEST_WITHIN : 0.45;
    this.ink.within = many ? Math.min(strongest, 0.16 * thinned + strongest * near) : strongest;
    if (this.ink.within < 0.02) this.ink.within = 0;
    this.ink.receding = scene.bringsOutLines ? RECEDING : 1;
    this.ink.signs = many ? rising(zoomed, BANDS_UNTIL, LINES_FROM) : 1;
  }

  paint(sigma: Sigma, scene: Scene, focus: Focus, zoomed: number): { screen: Screen; written: Written } {
    const { width, height } = sigma.getDimensions();
    for (const context of [this.ground, this.above]) clear(context, width, height);
    const { columns } = scene;
    const { toX, toY, scale } = projection(sigma);
    const way: Way = { toX, toY: (y) => toY(-y), scale };
    const arrived = this.leaving?.arrived() ?? 1;
    const discs = discsOf(columns, way);
    const strength = scene.bands.length ? 1 - rising(zoomed, BANDS_UNTIL, LINES_FROM) : 0;
    const screen: Screen = {
      ...this.places(scene, way, sigma.scaleSize(1)),
      width,
      height,
      discs,
      grounds: laid(columns.grounds, way),
      gaps: gapSigns(columns.gaps, discs),
      numbers: [],
      covered: this.covered(),
      zoom: zoomed,
      large: this.large,
      arrived,
    };
    const shown = { bands: strength * this.ink.receding * arrived, touched: this.touched, leaving: this.leaving };
    screen.numbers = drawGround(this.ground, scene, screen, this.ink, shown);
    this.screen = screen;
    return { screen, written: this.overlay.draw(scene, screen, focus, this.ink) };
  }

  /** The number of the gap at a place of the screen; -1 when there is none. */
  gapAt(x: number, y: number): number {
    return this.screen ? gapAt(this.screen.gaps, x, y) : -1;
  }

  /** The middle of the sign of a gap on the screen, where it is drawn. */
  gapPlace(gap: number): { x: number; y: number } | null {
    const sign = this.screen?.gaps.find((one) => one.gap === gap);
    return sign ? { x: (sign.x1 + sign.x2) / 2, y: (sign.y1 + sign.y2) / 2 } : null;
  }

  /** What was painted last. */
  get painted(): Screen | null {
    return this.screen;
  }

  /** What lies beneath the marks at this moment, to fade from. */
  leave(scene: Scene): Omit<Leaving, "arrived"> {
    const { discs = [], grounds = [] } = this.screen ?? {};
    return { discs, grounds, colours: discs.map((_, i) => scene.regionColour(i, this.ink.dark) ?? this.ink.inner) };
  }

  /** Everybody's place and radius on the screen; the arrays are used again for each frame. */
  private places(scene: Scene, { toX, toY, scale }: Way, marks: number): Pick<Screen, "x" | "y" | "r" | "scale"> {
    const { count, standing, radii } = scene;
    const fresh = (): Float32Array => new Float32Array(count);
    const { x, y, r } = this.screen?.x.length === count ? this.screen : { x: fresh(), y: fresh(), r: fresh() };
    const [left, top] = [toX(0), toY(0)];
    const down = toY(1) - top;
    for (let i = 0; i < count; i++) {
      x[i] = left + (standing.x[i] ?? NaN) * scale;
      y[i] = top + (standing.y[i] ?? NaN) * down;
      r[i] = (radii[i] ?? 0) * marks;
    }
    return { x, y, r, scale: marks };
  }

  /** The boxes of what stands over the map, in its own pixels. */
  protected covered(): Box[] {
    const { search, notes, legend, controls, tools, panel, ghosts, views, caption } = this.frame;
    return [search, notes, legend, controls, tools, panel, ghosts, views, caption]
      .filter((part) => !part.hidden && part.offsetWidth > 0)
      .map((part) => ({ x: part.offsetLeft, y: part.offsetTop, w: part.offsetWidth, h: part.offsetHeight }));
  }
}

function context2d(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser draws no canvas.");
  return context;
}

function clear(context: CanvasRenderingContext2D, width: number, height: number): void {
  const dense = window.devicePixelRatio || 1;
  const { canvas } = context;
  const [w, h] = [Math.round(width * dense), Math.round(height * dense)];
  if (canvas.width !== w || canvas.height !== h) [canvas.width, canvas.height] = [w, h];
  context.setTransform(dense, 0, 0, dense, 0, 0);
  context.clearRect(0, 0, width, height);
}
