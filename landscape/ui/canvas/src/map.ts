// The map: keeps the scene, the viewport, the focus and the elements in step.
import { MultiUndirectedGraph as Graph } from "graphology";
import Sigma from "sigma";
import type { Box } from "./boxes";
import { Captions } from "./captions";
import { showNote } from "./card";
import type { Head, Places } from "./columns";
import { type Frame, buildFrame } from "./frame";
import { listen } from "./gestures";
import { GapCard } from "./gap_card";
import { Hands } from "./hands";
import { type Ink, readInk } from "./ink";
import { asked } from "./looking";
import { marksProgram } from "./marks";
import type { Focus } from "./overlay";
import { type Glide, STILL, glide } from "./glide";
import { drawGhosts } from "./ghosts";
import { buildMenu } from "./out_menu";
import { Painter } from "./painter";
import type { Whole } from "./pieces";
import type { GestureQueue } from "./queue";
import { report } from "./report";
import { Scene } from "./scene";
import { Selecting } from "./selecting";
import { linePrograms } from "./signs";
import { SILENT_MARKS } from "./silent";
import { projection } from "./view";
import { Viewport } from "./viewport";

const NARROW = 900;
/** A stage that is smaller has not got its size yet. */
const LEAST = 40;
const PHONE = 640;

export class LandscapeMap {
  readonly frame: Frame;
  readonly viewport = new Viewport((width, height) => this.room(width, height));
  readonly focus: Focus = { selected: -1, hovered: -1, lit: null };
  readonly sigma: Sigma;
  scene: Scene;
  readonly ink: Ink = {
    dark: false, paper: "", panel: "", text: "", accent: "", font: "", crossing: "", inner: "", between: 0, within: 0, receding: 1, signs: 1,
  };
  readonly painter: Painter;
  readonly captions: Captions;
  readonly selecting = new Selecting(this);
  readonly hands: Hands;
  readonly gaps: GapCard;
  private readonly resized: ResizeObserver;
  private readonly stopListening: () => void;
  private gliding: Glide = STILL;
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
    this.hands = new Hands(this);
    this.gaps = new GapCard(this);
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
      enableCameraRotation: false,
      allowInvalidContainer: true,
    });
    viewport.attach(this.sigma);
    viewport.lookAt(this.place(), this.scene.columns);
    this.sigma.on("beforeRender", () => this.painter.prepare(this.scene, viewport.zoomed));
    this.sigma.once("afterRender", () => report.first(this.head.test, performance.now() - began));
    this.sigma.on("afterRender", () => this.paint());
    this.stopListening = listen(this);
    buildMenu(this);
    this.selecting.follow();
    this.captions.follow();
    this.sigma.setGraph(this.scene.graph);
    this.resize();
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
      this.gaps.close();
      if (!this.frame.panel.hidden) this.selecting.showPanel();
    }
    this.captions.follow();
    this.hands.follow({ anew: people });
    this.selecting.follow();
    if (looks || places || themed) this.sigma.refresh();
    this.resize();
  }

  private goWhereAsked(): void {
    // Before its styles are there the stage has no height, and every camera would be a wrong one.
    const { width, height } = this.sigma.getDimensions();
    if (Math.min(width, height) < LEAST) return;
    const camera = asked(this.sigma, this.head);
    if (camera === "home") this.viewport.goHome();
    else if (camera) this.viewport.go(camera);
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
    const left = this.painter.leave(this.scene);
    this.gliding.stop();
    this.scene.place(this.moved());
    const { columns } = this.scene;
    if (columns.scene === before) {
      this.scene.standAt(columns.x, columns.y);
      return;
    }
    this.viewport.lookAt(this.place(), columns);
    const { selected } = this.focus;
    if (selected >= 0 && this.scene.visible(selected)) this.viewport.holdInSight(columns.x[selected] ?? 0, columns.y[selected] ?? 0);
    this.gliding = glide(this.sigma, this.scene, stood, () => (this.painter.leaving = null));
    if (this.gliding !== STILL) this.painter.leaving = { ...left, arrived: this.gliding.arrived };
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
    drawGhosts(this.frame.ghosts, this.scene.looks.ghosts, (ghost, beside) => {
      const { card, root } = this.frame;
      if (ghost) showNote(card, ghost.label, [ghost.told], beside, root);
      else card.hidden = true;
    });
  }

  private resize(): void {
    // Taken off the page or hidden, it has no size: the view stays as it was left.
    if (this.frame.root.clientWidth === 0 || this.frame.root.clientHeight === 0) return;
    if (this.wide !== this.frame.root.clientWidth >= NARROW) this.furnish();
    this.viewport.resize(this.scene.columns);
    this.goWhereAsked();
  }

  private place(): string {
    return `${this.head.key}\n${this.scene.columns.scene}`;
  }

  /** What part of the screen is free for the map. */
  private room(width: number, height: number): Box {
    const wide = width >= NARROW;
    const { legend, ghosts, views, caption } = this.frame;
    const left = wide && legend.offsetWidth ? legend.offsetWidth + 24 : 14;
    // The margin of who is missing lies on the right of a wide map, and at the top of a narrow one.
    const beside = wide && !ghosts.hidden ? ghosts.offsetWidth + 12 : 0;
    const top = (wide && views.hidden ? 30 : 88) + (wide || ghosts.hidden ? 0 : ghosts.offsetHeight + 8);
    // A phone has its buttons at the top; elsewhere they stand on the right.
    const right = Math.max(width > PHONE ? 56 : 14, beside + 14);
    return { x: left, y: top, w: Math.max(width - left - right, 80), h: Math.max(height - top - caption.offsetHeight - 28, 80) };
  }

  /** The number of the gap at a place of the screen; -1 when there is none. */
  gapAt(x: number, y: number): number {
    return this.painter.gapAt(x, y);
  }

  /** Where the sign of a gap stands on the screen, null where it is not drawn. */
  gapPlace(gap: number): { x: number; y: number } | null {
    return this.painter.gapPlace(gap);
  }

  /** Draw the gap that the pointer or the keyboard is on more strongly; -1 is none. */
  touchGap(gap: number): void {
    if (this.painter.touched === gap) return;
    this.painter.touched = gap;
    this.sigma.scheduleRender();
  }

  private paint(): void {
    const { screen, written } = this.painter.paint(this.sigma, this.scene, this.focus, this.viewport.zoomed);
    this.hands.paint();
    if (this.head.test) report.frame(this.scene, screen, written, this.sigma.getCamera().getState(), this.ink);
  }

  idOf(i: number): string | null {
    return this.scene.columns.ids[i] ?? null;
  }

  choose(i: number, how: { centred?: boolean; open?: boolean } = {}): void {
    this.selecting.choose(i, how);
  }

  letGo(): void {
    this.selecting.letGo();
  }

  /** Bring out some before all others; null brings out none. */
  light(lit: ReadonlySet<number> | null): void {
    if (lit === this.focus.lit) return;
    this.focus.lit = lit;
    this.sigma.scheduleRender();
  }

  /** Marks and names for the back of a room; 1 for a desk. */
  enlarge(by: number): void {
    this.viewport.large = this.painter.large = by;
    this.sigma.refresh();
  }

  dispose(): void {
    this.resized.disconnect();
    this.captions.dispose();
    this.hands.dispose();
    this.gliding.stop();
    this.stopListening();
    this.sigma.kill();
    this.frame.root.remove();
  }
}
