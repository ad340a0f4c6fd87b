// The map: keeps the scene, the camera, the focus and the elements in step.
import Sigma from "sigma";
import type { CameraState } from "sigma/types";
import type { Box } from "./boxes";
import { showCard } from "./card";
import { type Head, readColumns } from "./columns";
import { type Frame, buildFrame } from "./frame";
import { listen } from "./gestures";
import { type BandNumber, drawGround } from "./ground";
import { type Ink, readInk } from "./ink";
import { drawLegend } from "./legend";
import { marksProgram } from "./marks";
import { Overlay, type Focus, type Screen } from "./overlay";
import { drawPanel } from "./panel";
import type { GestureQueue } from "./queue";
import { report } from "./report";
import { SINGLE_LINES, Scene } from "./scene";
import { buildSearch } from "./search";
import { strokesProgram } from "./strokes";
import { type Extent, crowding, discsOf, extentOf, fitting, projection, rising } from "./view";
import { WORDS } from "./words";

interface Kept {
  camera: CameraState;
  extent: Extent;
}

/** Outlives a component that is taken off the page and put back. */
const KEPT = new Map<string, Kept>();
const NARROW = 760;

export class LandscapeMap {
  readonly frame: Frame;
  readonly focus: Focus = { selected: -1, hovered: -1, group: -1 };
  scene!: Scene;
  sigma!: Sigma;
  private ink: Ink = { dark: false, paper: "", panel: "", text: "", accent: "", font: "", crossing: "", inner: "", between: 0, within: 0 };
  private head!: Head;
  private extent!: Extent;
  private home!: CameraState;
  private crowd = 1;
  private told: string | null = null;
  private readonly ground: CanvasRenderingContext2D;
  private readonly above: CanvasRenderingContext2D;
  private readonly overlay: Overlay;
  private readonly resized: ResizeObserver;
  private stopListening = (): void => undefined;

  constructor(
    parent: ParentNode & Node,
    head: Head,
    body: Uint8Array,
    readonly queue: GestureQueue,
    private readonly began: number,
  ) {
    this.frame = buildFrame(parent, {
      zoomIn: () => this.zoom(1 / 1.6),
      zoomOut: () => this.zoom(1.6),
      fit: () => this.fit(),
    });
    buildSearch(this.frame.search, () => this.scene.columns.labels, (i) => this.choose(i, true));
    this.ground = context2d(this.frame.ground);
    this.above = context2d(this.frame.overlay);
    this.overlay = new Overlay(this.above);
    this.resized = new ResizeObserver(() => this.resize());
    this.start(head, body);
    this.resized.observe(this.frame.root);
  }

  private start(head: Head, body: Uint8Array): void {
    this.frame.root.style.height = `${head.height}px`;
    readInk(this.ink, this.frame.root, head.palette);
    this.head = head;
    this.build(body);
    this.sigma = new Sigma(this.scene.graph, this.frame.stage, {
      defaultNodeType: "mark",
      defaultEdgeType: "stroke",
      nodeProgramClasses: { mark: marksProgram(this.ink) },
      nodeHoverProgramClasses: {},
      edgeProgramClasses: { stroke: strokesProgram(this.ink) },
      renderLabels: false,
      stagePadding: 0,
      minEdgeThickness: 0,
      defaultDrawNodeHover: () => undefined,
      zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio / (this.home?.ratio ?? 1)) / this.crowd,
      minCameraRatio: 0.01,
      maxCameraRatio: 4,
      allowInvalidContainer: true,
    });
    this.aim(KEPT.get(this.place())?.camera ?? null);
    this.sigma.on("beforeRender", () => this.below());
    this.sigma.once("afterRender", () => report.first(this.head.test, performance.now() - this.began));
    this.sigma.on("afterRender", () => this.over());
    this.sigma.getCamera().on("updated", (camera) => KEPT.set(this.place(), { camera: { ...camera }, extent: this.extent }));
    this.stopListening = listen(this);
    this.follow(head);
    this.sigma.refresh();
  }

  /** A later run: the scene is built anew only where the revision differs. */
  update(head: Head, body: Uint8Array): void {
    const before = this.head;
    this.head = head;
    this.frame.root.style.height = `${head.height}px`;
    const themed = readInk(this.ink, this.frame.root, head.palette);
    if (head.rev !== before.rev) {
      const selected = this.idOf(this.focus.selected);
      const scene = this.scene.columns.scene;
      this.build(body);
      this.sigma.setGraph(this.scene.graph);
      this.focus.hovered = -1;
      this.focus.selected = selected === null ? -1 : (this.scene.index.get(selected) ?? -1);
      if (scene !== this.scene.columns.scene) this.aim(KEPT.get(this.place())?.camera ?? null);
      else this.sigma.setCustomBBox(this.extent);
      this.showPanel();
    } else if (themed) {
      this.scene.recolour(this.ink.dark);
      this.furnish();
      this.showPanel();
    }
    this.follow(head);
    this.sigma.refresh();
  }

  private build(body: Uint8Array): void {
    const columns = readColumns(body);
    columns.ids.forEach((id, i) => {
      const moved = this.queue.moves().get(id);
      if (moved) [columns.x[i], columns.y[i]] = [moved.x, moved.y];
    });
    this.scene = new Scene(columns, this.ink.dark);
    this.extent = KEPT.get(this.place())?.extent ?? extentOf(columns);
    this.frame.nobody.hidden = this.scene.count > 0;
    this.furnish();
  }

  private furnish(): void {
    this.frame.root.style.setProperty("--landscape-crossing", this.ink.crossing);
    const wide = this.frame.root.clientWidth >= NARROW;
    drawLegend(this.frame.legend, this.scene, this.ink.dark, wide, (group) => {
      this.focus.group = group;
      this.sigma.scheduleRender();
    });
  }

  private place(): string {
    return `${this.head.key}\n${this.scene.columns.scene}`;
  }

  /** What part of the screen is free for the map. */
  private room(): Box {
    const { width, height } = this.sigma.getDimensions();
    const legend = this.frame.legend.getBoundingClientRect();
    const left = width >= NARROW && legend.width ? legend.width + 28 : 16;
    const top = width >= NARROW ? 30 : 66;
    return { x: left, y: top, w: Math.max(width - left - 56, 80), h: Math.max(height - top - 26, 80) };
  }

  private aim(camera: CameraState | null): void {
    this.sigma.setCustomBBox(this.extent);
    this.sigma.refresh();
    this.measureHome();
    this.sigma.getCamera().setState(camera ?? this.home);
  }

  private measureHome(): void {
    const room = this.room();
    this.crowd = crowding(this.scene.count, room);
    this.home = fitting(this.sigma, this.extent, room);
  }

  private follow(head: Head): void {
    if (head.selected === this.told || this.queue.awaits("click", "deselect")) return;
    this.told = head.selected;
    const i = head.selected === null ? -1 : (this.scene.index.get(head.selected) ?? -1);
    if (i !== this.focus.selected) this.focusOn(i);
  }

  idOf(i: number): string | null {
    return this.scene.columns.ids[i] ?? null;
  }

  /** Select from the map: Python hears of it, and the panel opens. */
  choose(i: number, centred: boolean, open = true): void {
    const id = this.idOf(i);
    if (id === null) return;
    if (i !== this.focus.selected) {
      this.told = id;
      this.queue.push({ type: "click", id });
    }
    this.focusOn(i, open);
    if (centred) this.centre(i);
  }

  letGo(): void {
    if (this.focus.selected < 0) return;
    this.told = null;
    this.queue.push({ type: "deselect" });
    this.focusOn(-1);
  }

  private focusOn(i: number, open = true): void {
    this.focus.selected = i;
    const { columns } = this.scene;
    const group = this.scene.group(i)?.label ?? WORDS.ungrouped;
    this.frame.spoken.textContent =
      i < 0 ? WORDS.unselected : WORDS.selected(columns.labels[i] ?? "", group, columns.relationships[i] ?? 0);
    if (open || i < 0 || !this.frame.panel.hidden) this.showPanel();
    this.sigma.scheduleRender();
  }

  showPanel(focused = false): void {
    const { panel, root } = this.frame;
    const i = this.focus.selected;
    const held = panel.contains((root.getRootNode() as ShadowRoot | Document).activeElement);
    panel.hidden = i < 0;
    if (i < 0) return;
    drawPanel(panel, this.scene, i, this.ink.dark, {
      select: (other) => this.choose(other, true),
      walk: (at) => this.queue.push({ type: "walk", id: this.idOf(at) ?? "" }),
      edit: (at) => this.queue.push({ type: "edit", id: this.idOf(at) ?? "" }),
      close: () => this.closePanel(),
    });
    panel.scrollTop = 0;
    if (focused || held) panel.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }

  closePanel(): void {
    this.frame.panel.hidden = true;
    this.frame.stage.focus({ preventScroll: true });
    this.sigma.scheduleRender();
  }

  hover(i: number): void {
    this.focus.hovered = i;
    this.frame.stage.style.cursor = i < 0 ? "" : "pointer";
    this.frame.card.hidden = true;
    if (i >= 0) {
      const { toX, toY } = projection(this.sigma);
      const at = { x: toX(this.scene.columns.x[i] ?? 0), y: toY(-(this.scene.columns.y[i] ?? 0)) };
      showCard(this.frame.card, this.scene, i, at, this.sigma.getDimensions());
    }
    this.sigma.scheduleRender();
  }

  /** Put a stakeholder somewhere else; `done` tells Python. */
  move(i: number, x: number, y: number, done: boolean): void {
    const { columns, graph } = this.scene;
    const id = this.idOf(i);
    if (id === null) return;
    [columns.x[i], columns.y[i]] = [x, y];
    graph.mergeNodeAttributes(id, { x, y: -y });
    if (!done) return;
    columns.pinned[i] = 1;
    this.queue.push({ type: "move", id, x, y });
  }

  centre(i: number): void {
    const data = this.sigma.getNodeDisplayData(this.idOf(i) ?? "");
    if (!data) return;
    const ratio = Math.min(this.sigma.getCamera().ratio, this.home.ratio * 0.55);
    this.go({ x: data.x, y: data.y, ratio, angle: 0 });
  }

  zoom(by: number): void {
    const camera = this.sigma.getCamera();
    this.go({ ...camera.getState(), ratio: camera.getBoundedRatio(camera.ratio * by) });
  }

  fit(): void {
    this.extent = extentOf(this.scene.columns);
    this.sigma.setCustomBBox(this.extent);
    this.sigma.refresh();
    this.measureHome();
    this.go(this.home);
  }

  private go(camera: CameraState): void {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (still) this.sigma.getCamera().setState(camera);
    else void this.sigma.getCamera().animate(camera, { duration: 260, easing: "quadraticOut" });
  }

  private resize(): void {
    const home = this.home;
    const camera = this.sigma.getCamera();
    const atHome = Math.abs(camera.ratio - home.ratio) < 1e-6 && Math.abs(camera.x - home.x) < 1e-6;
    this.sigma.resize();
    this.measureHome();
    if (atHome) camera.setState(this.home);
    this.sigma.refresh();
  }

  private zoomed(): number {
    return this.home.ratio / this.sigma.getCamera().ratio;
  }

  /** Before the lines are drawn: how strongly they show at this zoom. */
  private below(): void {
    const many = this.scene.columns.source.length > SINGLE_LINES;
    const near = rising(this.zoomed(), 1.5, 2.6);
    const crowd = Math.min(1, 4000 / Math.max(this.scene.columns.source.length, 1));
    this.ink.between = many ? (this.scene.bands.length ? near * 0.5 : 0.16 * crowd + near * 0.3) : 0.55;
    this.ink.within = many ? Math.min(0.2, 0.16 * crowd + 0.2 * near) : 0.2;
    if (this.ink.within < 0.02) this.ink.within = 0;
  }

  private over(): void {
    const { width, height } = this.sigma.getDimensions();
    for (const context of [this.ground, this.above]) clear(context, width, height);
    const { columns } = this.scene;
    const way = projection(this.sigma);
    const x = columns.x.map(way.toX);
    const y = columns.y.map((down) => way.toY(-down));
    const discs = discsOf(columns, { ...way, toY: (down) => way.toY(-down) });
    const strength = this.scene.bands.length ? 1 - rising(this.zoomed(), 1.5, 2.6) : 0;
    const numbers: BandNumber[] = drawGround(this.ground, this.scene, discs, this.ink, strength);
    const screen: Screen = { x, y, scale: this.sigma.scaleSize(1), width, height, discs, numbers, covered: this.covered(), zoom: this.zoomed() };
    const written = this.overlay.draw(this.scene, screen, this.focus, this.ink);
    if (this.head.test) report.frame(this.scene, screen, written, this.sigma.getCamera().getState(), this.ink);
  }

  /** The boxes of what stands over the map, in its own pixels. */
  private covered(): Box[] {
    const origin = this.frame.root.getBoundingClientRect();
    const { search, legend, controls, panel } = this.frame;
    return [search, legend, controls, panel].filter((part) => !part.hidden).map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      return { x: x - origin.x, y: y - origin.y, w: width, h: height };
    });
  }

  dispose(): void {
    this.resized.disconnect();
    this.stopListening();
    this.sigma.kill();
    this.frame.root.remove();
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
