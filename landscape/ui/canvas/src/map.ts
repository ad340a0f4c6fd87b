// The map: keeps the scene, the viewport, the focus and the elements in step.
import { MultiUndirectedGraph as Graph } from "graphology";
import Sigma from "sigma";
import type { Box } from "./boxes";
import { Captions } from "./captions";
import { showCard } from "./card";
import type { Head, Places } from "./columns";
import { type Frame, buildFrame } from "./frame";
import { listen } from "./gestures";
import { type Ink, readInk } from "./ink";
import { marksProgram } from "./marks";
import type { Focus } from "./overlay";
import { glide } from "./glide";
import { Painter } from "./painter";
import { drawPanel } from "./panel";
import type { Whole } from "./pieces";
import type { GestureQueue } from "./queue";
import { report } from "./report";
import { Scene } from "./scene";
import { linePrograms } from "./signs";
import { SILENT_MARKS } from "./silent";
import { projection } from "./view";
import { Viewport } from "./viewport";

const NARROW = 900;
/** Room between who is selected and the panel. */
const SPARE = 40;

export class LandscapeMap {
  readonly frame: Frame;
  readonly viewport = new Viewport((width, height) => this.room(width, height));
  readonly focus: Focus = { selected: -1, hovered: -1, lit: null };
  readonly sigma: Sigma;
  scene: Scene;
  readonly ink: Ink = {
    dark: false, paper: "", panel: "", text: "", accent: "", font: "", crossing: "", inner: "", between: 0, within: 0, receding: 1,
  };
  private readonly painter: Painter;
  private readonly captions: Captions;
  private readonly resized: ResizeObserver;
  private readonly stopListening: () => void;
  private stopGliding: () => void = () => undefined;
  private selectedByPage: string | null = null;
  private wide = true;

  constructor(
    parent: ParentNode & Node,
    public head: Head,
    public whole: Whole,
    readonly queue: GestureQueue,
    began: number,
  ) {
    const { viewport } = this;
    this.frame = buildFrame(parent, {
      zoomIn: () => viewport.nearer(),
      zoomOut: () => viewport.further(),
      fit: () => viewport.fit(this.scene.columns),
    });
    this.painter = new Painter(this.frame, this.ink);
    this.dress();
    this.scene = this.build();
    this.captions = new Captions(this);
    this.furnish();
    // It begins without anybody: each refresh goes through all, and the viewport needs one to be measured.
    this.sigma = new Sigma(new Graph(), this.frame.stage, {
      // These names replace sigma's own programs, so that these are not compiled beside them.
      nodeProgramClasses: { circle: marksProgram(this.ink) },
      nodeHoverProgramClasses: { circle: SILENT_MARKS },
      edgeProgramClasses: linePrograms(this.ink),
      renderLabels: false,
      stagePadding: 0,
      defaultDrawNodeHover: () => undefined,
      zoomToSizeRatioFunction: viewport.markScale,
      minCameraRatio: 0.01,
      maxCameraRatio: 4,
      allowInvalidContainer: true,
    });
    viewport.attach(this.sigma);
    viewport.lookAt(this.place(), this.scene.columns);
    this.sigma.on("beforeRender", () => this.painter.prepare(this.scene, viewport.zoomed));
    this.sigma.once("afterRender", () => report.first(this.head.test, performance.now() - began));
    this.sigma.on("afterRender", () => this.paint());
    this.stopListening = listen(this);
    this.follow();
    this.captions.follow();
    this.sigma.setGraph(this.scene.graph);
    this.resized = new ResizeObserver(() => this.resize());
    this.resized.observe(this.frame.root);
    // The styles may come after the first frame: the root keeps its size then, and the stage gets one.
    this.resized.observe(this.frame.stage);
  }

  /** A later run: only what differs is built, placed or dressed anew. */
  update(head: Head, whole: Whole): void {
    const before = this.whole;
    const scene = this.scene.columns.scene;
    this.head = head;
    this.whole = whole;
    const themed = this.dress();
    const people = whole.people.rev !== before.people.rev;
    const places = whole.places.rev !== before.places.rev;
    const looks = whole.looks.rev !== before.looks.rev;
    if (people) this.rebuild();
    else {
      if (looks) this.scene.look(whole.looks.read());
      if (places) this.rearrange(scene);
      if (themed && !looks && !places) this.scene.recolour(this.ink.dark);
    }
    if (people || places || looks || themed) {
      this.furnish();
      if (!this.frame.panel.hidden) this.showPanel();
    }
    this.captions.follow();
    this.follow();
    if (looks || places || themed) this.sigma.refresh();
  }

  private rebuild(): void {
    const selected = this.idOf(this.focus.selected);
    this.scene = this.build();
    this.focus.hovered = -1;
    this.focus.selected = selected === null ? -1 : (this.scene.index.get(selected) ?? -1);
    this.viewport.lookAt(this.place(), this.scene.columns);
    this.sigma.setGraph(this.scene.graph);
  }

  /** Everybody goes from where they stand on the screen to where they belong. */
  private rearrange(before: string): void {
    const { x, y } = this.scene.standing;
    const { toX, toY } = projection(this.sigma);
    const stood = { x: x.map(toX), y: y.map((place) => toY(-place)) };
    this.scene.place(this.moved());
    if (this.scene.columns.scene === before) {
      this.scene.standAt(this.scene.columns.x, this.scene.columns.y);
      return;
    }
    this.viewport.lookAt(this.place(), this.scene.columns);
    this.stopGliding();
    this.stopGliding = glide(this.sigma, this.scene, stood);
  }

  private dress(): boolean {
    const { root } = this.frame;
    root.style.height = `${this.head.height}px`;
    const themed = readInk(this.ink, root, this.head.palette);
    root.style.setProperty("--landscape-crossing", this.ink.crossing);
    return themed;
  }

  private build(): Scene {
    return new Scene(this.whole.people.read(), this.moved(), this.whole.looks.read(), this.ink.dark);
  }

  /** The places of this run, and where hands have put somebody of which Python has yet to hear. */
  private moved(): Places {
    const places = this.whole.places.read();
    const moves = this.queue.moves();
    this.whole.people.read().ids.forEach((id, i) => {
      const moved = moves.get(id);
      if (moved) [places.x[i], places.y[i], places.pinned[i]] = [moved.x, moved.y, 1];
    });
    return places;
  }

  private furnish(): void {
    this.frame.nobody.hidden = this.scene.count > 0;
    this.wide = this.frame.root.clientWidth >= NARROW;
    this.captions.draw(this.wide);
  }

  private resize(): void {
    // Taken off the page or hidden, it has no size: the view stays as it was left.
    if (this.frame.root.clientWidth === 0 || this.frame.root.clientHeight === 0) return;
    if (this.wide !== this.frame.root.clientWidth >= NARROW) this.furnish();
    this.viewport.resize(this.scene.columns);
  }

  private place(): string {
    return `${this.head.key}\n${this.scene.columns.scene}`;
  }

  /** What part of the screen is free for the map. */
  private room(width: number, height: number): Box {
    const wide = width >= NARROW;
    const legend = this.frame.legend.offsetWidth;
    const left = wide && legend ? legend + 24 : 14;
    const top = wide ? 30 : 76;
    return { x: left, y: top, w: Math.max(width - left - (wide ? 56 : 14), 80), h: Math.max(height - top - 28, 80) };
  }

  private paint(): void {
    const { screen, written } = this.painter.paint(this.sigma, this.scene, this.focus, this.viewport.zoomed);
    if (this.head.test) report.frame(this.scene, screen, written, this.sigma.getCamera().getState(), this.ink);
  }

  /** The page's own selection counts once the page has heard what was selected here. */
  private follow(): void {
    const { selected } = this.head;
    if (selected === this.selectedByPage || this.queue.awaits("click", "deselect")) return;
    this.selectedByPage = selected;
    const i = selected === null ? -1 : (this.scene.index.get(selected) ?? -1);
    if (i !== this.focus.selected) this.focusOn(i, true);
  }

  idOf(i: number): string | null {
    return this.scene.columns.ids[i] ?? null;
  }

  /** Select from the map: the page hears of it, and the panel opens unless told otherwise. */
  choose(i: number, { centred = false, open = true } = {}): void {
    const id = this.idOf(i);
    if (id === null) return;
    this.focus.lit = null;
    if (i !== this.focus.selected) {
      this.selectedByPage = id;
      this.queue.push({ type: "click", id });
    }
    this.focusOn(i, open);
    this.show(i, centred);
  }

  /** Who is selected stands beside the panel, not under it. */
  private show(i: number, centred: boolean): void {
    const at = this.onScreen(i);
    const { panel } = this.frame;
    const { width } = this.sigma.getDimensions();
    const covered = panel.hidden || panel.offsetWidth > width / 2 ? 0 : panel.offsetWidth;
    const over = at.x - (width - covered - SPARE);
    if (centred) this.viewport.centre(at, covered);
    else if (over > 0) this.viewport.shift(over);
  }

  private onScreen(i: number): { x: number; y: number } {
    const { x, y } = this.scene.columns;
    return this.sigma.graphToViewport({ x: x[i] ?? 0, y: -(y[i] ?? 0) });
  }

  /** Bring out some before all others; null brings out none. */
  light(lit: ReadonlySet<number> | null): void {
    if (lit === this.focus.lit) return;
    this.focus.lit = lit;
    this.sigma.scheduleRender();
  }

  /** Marks and names for the back of a room; 1 for a desk. */
  enlarge(by: number): void {
    this.viewport.large = by;
    this.sigma.refresh();
  }

  letGo(): void {
    this.light(null);
    if (this.focus.selected < 0) return;
    this.selectedByPage = null;
    this.queue.push({ type: "deselect" });
    this.focusOn(-1, false);
  }

  private focusOn(i: number, open: boolean): void {
    this.frame.card.hidden = true;
    this.focus.selected = i;
    this.captions.select(i);
    if (open || !this.frame.panel.hidden) this.showPanel();
    this.sigma.scheduleRender();
  }

  showPanel(focused = false): void {
    const { panel, root } = this.frame;
    const i = this.focus.selected;
    const held = panel.contains((root.getRootNode() as ShadowRoot | Document).activeElement);
    panel.hidden = i < 0;
    if (i < 0) return;
    const push = (type: "walk" | "edit", at: number): void => this.queue.push({ type, id: this.idOf(at) ?? "" });
    drawPanel(panel, this.scene, i, this.ink.dark, {
      select: (other) => this.choose(other, { centred: true }),
      walk: (at) => push("walk", at),
      edit: (at) => push("edit", at),
      close: () => this.closePanel(),
    });
    panel.scrollTop = 0;
    if (focused || held) panel.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
    this.sigma.scheduleRender();
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
    const read = i === this.focus.selected && !this.frame.panel.hidden;
    if (i >= 0 && !read) {
      showCard(this.frame.card, this.scene, i, this.onScreen(i), this.sigma.getDimensions());
    }
    this.sigma.scheduleRender();
  }

  /** Put a stakeholder somewhere else; the page hears of it when the hand lets go. */
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

  dispose(): void {
    this.resized.disconnect();
    this.captions.dispose();
    this.stopGliding();
    this.stopListening();
    this.sigma.kill();
    this.frame.root.remove();
  }
}
