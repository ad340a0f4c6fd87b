// Draws the two layers around the lines and marks, each time that sigma has drawn these.
import type Sigma from "sigma";
import type { Box } from "./boxes";
import type { Frame } from "./frame";
import { drawGround } from "./ground";
import { type Ink, STRONGEST_WITHIN } from "./ink";
import { type Focus, Overlay, type Screen, type Written } from "./overlay";
import { SINGLE_LINES, type Scene } from "./scene";
import { discsOf, projection, rising } from "./view";

/** Bands give way to single lines between these two zooms. */
const BANDS_UNTIL = 1.5;
const LINES_FROM = 2.6;

export class Painter {
  private readonly overlay: Overlay;

  constructor(
    private readonly frame: Frame,
    private readonly ink: Ink,
    private readonly ground = context2d(frame.ground),
    private readonly above = context2d(frame.overlay),
  ) {
    this.overlay = new Overlay(this.above);
  }

  /** Before the lines are drawn: how strongly they show at this zoom. */
  prepare(scene: Scene, zoomed: number): void {
    const lines = scene.seen.relationships;
    const many = lines > SINGLE_LINES;
    const near = rising(zoomed, BANDS_UNTIL, LINES_FROM);
    const thinned = Math.min(1, 4000 / Math.max(lines, 1));
    this.ink.between = many ? (scene.bands.length ? near * 0.5 : 0.16 * thinned + near * 0.3) : 0.55;
    const strongest = scene.columns.regions.length ? STRONGEST_WITHIN : 0.45;
    this.ink.within = many ? Math.min(strongest, 0.16 * thinned + strongest * near) : strongest;
    if (this.ink.within < 0.02) this.ink.within = 0;
  }

  paint(sigma: Sigma, scene: Scene, focus: Focus, zoomed: number): { screen: Screen; written: Written } {
    const { width, height } = sigma.getDimensions();
    for (const context of [this.ground, this.above]) clear(context, width, height);
    const { columns } = scene;
    const { toX, toY, scale } = projection(sigma);
    const down = (y: number): number => toY(-y);
    const discs = discsOf(columns, { toX, toY: down, scale });
    const strength = scene.bands.length ? 1 - rising(zoomed, BANDS_UNTIL, LINES_FROM) : 0;
    const screen: Screen = {
      x: scene.standing.x.map(toX),
      y: scene.standing.y.map(down),
      scale: sigma.scaleSize(1),
      width,
      height,
      discs,
      numbers: drawGround(this.ground, scene, discs, this.ink, strength),
      covered: this.covered(),
      zoom: zoomed,
    };
    return { screen, written: this.overlay.draw(scene, screen, focus, this.ink) };
  }

  /** The boxes of what stands over the map, in its own pixels. */
  protected covered(): Box[] {
    const { search, legend, controls, panel } = this.frame;
    return [search, legend, controls, panel]
      .filter((part) => !part.hidden)
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
