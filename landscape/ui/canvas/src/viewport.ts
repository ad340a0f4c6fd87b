// What part of the map is seen: home shows everything, and the rest is kept over reruns and remounts.
import type Sigma from "sigma";
import type { CameraState } from "sigma/types";
import { type Box, inside } from "./boxes";
import type { Columns } from "./scene";
import { type Extent, crowding, extentOf, fitting } from "./view";

interface Kept {
  camera: CameraState;
  extent: Extent;
}

/** Outlives a component that is taken off the page and put back. */
const KEPT = new Map<string, Kept>();
const STEP = 1.6;
const SAME = 1e-6;

export class Viewport {
  private sigma: Sigma | null = null;
  private extent: Extent = { x: [-1, 1], y: [-1, 1] };
  private home: CameraState = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
  private crowd = 1;
  /** So much larger than on a desk are marks, for a room. */
  large = 1;
  private place = "";
  /** The size that home was measured for; sigma follows the window by itself. */
  private size = { width: 0, height: 0 };
  /** What part of the screen was free for the map then: a legend or a strip may come later. */
  private free: Box = { x: 0, y: 0, w: 0, h: 0 };

  constructor(private readonly room: (width: number, height: number) => Box) {}

  /** Marks grow with the root of the zoom, and are smaller where many share little room. */
  readonly markScale = (ratio: number): number => Math.sqrt(ratio / this.home.ratio) / (this.crowd * this.large);

  /** How much nearer than home the map is seen. */
  get zoomed(): number {
    return this.sigma ? this.home.ratio / this.sigma.getCamera().ratio : 1;
  }

  attach(sigma: Sigma): void {
    this.sigma = sigma;
    sigma.getCamera().on("updated", (camera) => {
      KEPT.set(this.place, { camera: { ...camera }, extent: this.extent });
    });
  }

  /** Look at a scene: as it was left if it was seen before on this page, else all of it. */
  lookAt(place: string, columns: Columns): void {
    if (!this.sigma) return;
    const kept = KEPT.get(place);
    if (place === this.place) return;
    this.place = place;
    this.extent = kept?.extent ?? extentOf(columns);
    this.sigma.setCustomBBox(this.extent);
    this.sigma.refresh();
    this.measure(columns.ids.length);
    this.jump(kept?.camera ?? this.home);
  }

  private measure(count: number): void {
    if (!this.sigma) return;
    const { width, height } = this.sigma.getDimensions();
    this.size = { width, height };
    const room = this.room(width, height);
    this.free = room;
    this.crowd = crowding(count, this.extent, room);
    this.home = fitting(this.sigma, this.extent, room, count);
  }

  fit(columns: Columns): void {
    this.extent = extentOf(columns);
    this.sigma?.setCustomBBox(this.extent);
    this.sigma?.refresh();
    this.measure(columns.ids.length);
    this.go(this.home);
  }

  /** Bring a place of the screen near, into the middle of what is not covered on the right. */
  centre(at: { x: number; y: number }, covered: number): void {
    if (!this.sigma) return;
    const camera = this.sigma.getCamera();
    const ratio = Math.min(camera.ratio, this.home.ratio * 0.55);
    const framed = this.sigma.viewportToFramedGraph(at);
    const { width, height } = this.sigma.getDimensions();
    const cameraState = { ...framed, ratio, angle: 0 };
    const middle = this.sigma.viewportToFramedGraph({ x: (width + covered) / 2, y: height / 2 }, { cameraState });
    this.go({ x: middle.x, y: middle.y, ratio, angle: 0 });
  }

  /** Move the view by so many pixels, without bringing it nearer. */
  shift(right: number, down = 0): void {
    if (!this.sigma) return;
    const { width, height } = this.sigma.getDimensions();
    const camera = this.sigma.getCamera().getState();
    const middle = this.sigma.viewportToFramedGraph({ x: width / 2 + right, y: height / 2 + down });
    this.go({ ...camera, x: middle.x, y: middle.y });
  }

  /** Whoever stands at this place of the map is in sight: else everything is shown. */
  holdInSight(x: number, y: number): void {
    if (!this.sigma) return;
    const camera = this.sigma.getCamera();
    const at = this.sigma.graphToViewport({ x, y: -y }, { cameraState: camera.getState() });
    const { width, height } = this.sigma.getDimensions();
    const room = this.room(width, height);
    if (!inside({ ...at, w: 0, h: 0 }, room)) this.jump(this.home);
  }

  nearer(): void {
    this.zoom(1 / STEP);
  }

  further(): void {
    this.zoom(STEP);
  }

  private zoom(by: number): void {
    const camera = this.sigma?.getCamera();
    if (camera) this.go({ ...camera.getState(), ratio: camera.getBoundedRatio(camera.ratio * by) });
  }

  /** The container has another size, or other things stand over it; who looked at everything still does. */
  resize(columns: Columns): void {
    if (!this.sigma) return;
    const camera = this.sigma.getCamera();
    const before = JSON.stringify([this.size, this.free]);
    this.sigma.resize();
    const { width, height } = this.sigma.getDimensions();
    if (JSON.stringify([{ width, height }, this.room(width, height)]) === before) return;
    const { home } = this;
    const atHome = Math.abs(camera.ratio - home.ratio) < SAME && Math.abs(camera.x - home.x) < SAME;
    this.measure(columns.ids.length);
    if (atHome) camera.setState(this.home);
    this.sigma.refresh();
  }

  /** Be there at once; a way that the camera is on ends. */
  private jump(state: CameraState): void {
    const camera = this.sigma?.getCamera();
    if (camera?.isAnimated()) void camera.animate(state, { duration: 1 });
    camera?.setState(state);
  }

  /** To where everybody is seen. */
  goHome(): void {
    this.go(this.home);
  }

  go(camera: CameraState): void {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (still) this.sigma?.getCamera().setState(camera);
    else void this.sigma?.getCamera().animate(camera, { duration: 260, easing: "quadraticOut" });
  }
}
