// What hands are doing on the map, and what comes of it: picking many, connecting, adding, moving.
import { Carry } from "./carry";
import { HAND_WORDS } from "./hand_words";
import { Help } from "./help";
import { lookOf } from "./looking";
import { drawMany } from "./many";
import type { LandscapeMap } from "./map";
import { Picks, type Spot, enclosed, nearby } from "./picks";
import { Telling } from "./telling";
import { Toolbar } from "./toolbar";
import { Traces } from "./traces";

export type Mode = "look" | "add" | "connect" | "lasso" | "move";

/** Arrangements whose places are kept; in the others everybody stands where what is recorded puts them. */
const KEPT_PLACES = /\/(groups|sides|free|drawn)$/;

const CHANGING = ["move", "pin", "unpin", "remove", "undo", "redo"] as const;

export class Hands {
  readonly picks = new Picks();
  mode: Mode = "look";
  /** The first of two that are being connected, and whom the hand is over. */
  from = -1;
  over = -1;
  rim = -1;
  pointer: Spot | null = null;
  outline: Spot[] = [];
  /** Where walking goes on from while several are picked. */
  cursor = -1;
  carry: Carry | null = null;
  /** Whether the panel was open before something was begun. */
  private folded = false;
  private readonly traces = new Traces();
  private readonly toolbar: Toolbar;
  private readonly help = new Help();
  /** The tools stand above the controls, however high these are. */
  private readonly above: ResizeObserver;
  private readonly telling: Telling;

  constructor(private readonly map: LandscapeMap) {
    const { frame } = map;
    this.toolbar = new Toolbar(frame.tools, {
      mode: (mode) => this.begin(this.mode === mode ? "look" : mode),
      undo: () => this.undo("undo"),
      redo: () => this.undo("redo"),
      keep: () => this.keep(),
      help: () => this.help.open(this.able),
    });
    this.telling = new Telling(map, () => this.stop());
    frame.overlay.after(this.traces.canvas);
    frame.root.append(this.help.root);
    this.above = new ResizeObserver(() => frame.root.style.setProperty("--controls", `${frame.controls.offsetHeight}px`));
    this.above.observe(frame.controls);
    this.follow();
  }

  dispose(): void {
    this.above.disconnect();
  }

  /** Whether anything may be changed here. */
  get able(): boolean {
    return this.map.head.editable;
  }

  /** Whether somebody who is moved by hand stays there in this arrangement. */
  get movable(): boolean {
    return this.able && KEPT_PLACES.test(this.map.scene.columns.scene);
  }

  /** Who a key or a button means: those picked, else the one selected. */
  get meant(): number[] {
    const { scene, focus } = this.map;
    if (this.picks.size) return this.picks.list().map((id) => scene.index.get(id) ?? -1).filter((i) => i >= 0);
    return focus.selected < 0 ? [] : [focus.selected];
  }

  /** Where walking with the arrow keys goes on from. */
  get here(): number {
    if (this.mode === "connect" && this.over >= 0) return this.over;
    return this.map.focus.selected >= 0 ? this.map.focus.selected : this.cursor;
  }

  /** Another run of the page: whom it shows no longer is let go of. */
  follow({ anew = false } = {}): void {
    const { scene, head } = this.map;
    if (anew) {
      this.carry = null;
      [this.from, this.over, this.rim, this.cursor] = [-1, -1, -1, -1];
      if (this.mode !== "look") this.begin("look", { quiet: true });
    }
    if (!head.editable && this.mode !== "look") this.begin("look", { quiet: true });
    this.toolbar.follow(head);
    const gone = this.picks.prune((id) => {
      const i = scene.index.get(id);
      return i !== undefined && scene.visible(i) && head.editable;
    });
    if (gone) this.showPicked();
  }

  paint(): void {
    const picked = this.picks.size ? this.meant : [];
    this.traces.draw(this.map, {
      picked, rim: this.rim, from: this.from, to: this.pointer, over: this.over, outline: this.outline,
      cursor: this.picks.size ? this.cursor : -1,
    });
  }

  /** Take up one thing or, with "look", put it down. */
  begin(mode: Mode, { quiet = false } = {}): void {
    if (mode !== "look" && !this.able) return;
    this.mode = mode;
    [this.from, this.over, this.pointer, this.outline] = [-1, -1, null, []];
    this.toolbar.press(mode);
    const aiming = mode === "add" || mode === "connect" || mode === "lasso";
    this.map.frame.stage.classList.toggle("aiming", aiming);
    // What is aimed at may lie beneath the panel, which comes back afterwards.
    const { panel } = this.map.frame;
    if (mode !== "look" && !panel.hidden) [panel.hidden, this.folded] = [true, true];
    else if (mode === "look" && this.folded) {
      this.folded = false;
      this.map.selecting.showPanel();
    }
    if (mode === "connect" && this.map.focus.selected >= 0) this.connectFrom(this.map.focus.selected);
    else this.telling.hint(HAND_WORDS.hints[mode], { quiet });
    if (mode === "move") this.carry = new Carry(this.map, this.meant);
    if (mode !== "look") this.map.frame.stage.focus({ preventScroll: true });
    this.map.frame.card.hidden = true;
    this.paint();
  }

  /** Put down what was begun. Returns whether there was anything. */
  stop(): boolean {
    const carried = this.carry?.members ?? [];
    if (this.mode === "look" && !carried.length && this.from < 0 && !this.outline.length) return false;
    this.carry?.back();
    this.carry = null;
    this.begin("look", { quiet: true });
    this.say(carried.length ? HAND_WORDS.back(this.called(carried)) : HAND_WORDS.stopped);
    return true;
  }

  say(text: string): void {
    this.telling.say(text);
  }

  called(members: readonly number[]): string {
    return this.telling.called(members);
  }

  /** Somebody was pressed. */
  press(i: number, also: boolean): void {
    if (this.mode === "connect") this.join(i);
    else if (this.able && (also || this.mode === "lasso")) this.pick(i);
    else {
      if (this.mode === "add") this.begin("look", { quiet: true });
      this.dropPicks();
      this.map.choose(i);
    }
  }

  /** The ground was pressed. */
  ground(at: Spot): void {
    if (this.mode === "add") this.addAt(at);
    else if (this.mode !== "look") return;
    else if (this.picks.size) this.none();
    else this.map.letGo();
  }

  pick(i: number): void {
    const id = this.map.idOf(i);
    if (id === null || !this.able) return;
    const first = this.map.idOf(this.map.focus.selected);
    if (first !== null) {
      this.map.letGo();
      this.picks.add([first]);
    }
    this.cursor = i;
    // Who was selected alone is then the first of those selected.
    const taken = first === id || this.picks.toggle(id);
    this.showPicked();
    const name = this.called([i]);
    this.say(taken ? HAND_WORDS.pickedOne(name, this.picks.size) : HAND_WORDS.letGoOne(name, this.picks.size));
  }

  pickAll(members: readonly number[]): void {
    const first = this.map.idOf(this.map.focus.selected);
    if (first !== null) {
      this.map.letGo();
      this.picks.add([first]);
    }
    this.picks.add(members.map((i) => this.map.idOf(i)).filter((id) => id !== null));
    if (this.cursor < 0) this.cursor = members[0] ?? -1;
    this.showPicked();
    this.say(members.length ? HAND_WORDS.picked(this.picks.size) : HAND_WORDS.nobodyWithin);
  }

  /** Nobody is picked any more. */
  none(): void {
    this.dropPicks();
    this.say(HAND_WORDS.nobodyPicked);
  }

  dropPicks(): void {
    if (this.picks.clear()) this.showPicked();
  }

  showPicked(): void {
    this.map.selecting.showPanel();
    this.paint();
    this.map.sigma.scheduleRender();
  }

  /** The panel for those picked; without them there is none. */
  drawPanel(panel: HTMLElement): void {
    drawMany(panel, this.map.scene, this.meant, this.map.ink.dark, {
      act: (type) => this.act(type),
      join: () => this.joinPicked(),
      leaveOut: (i) => this.pick(i),
      none: () => this.none(),
      close: () => this.map.selecting.closePanel(),
    });
  }

  /** Do something with all who are meant. */
  act(type: "group" | "pin" | "unpin" | "focus" | "remove"): void {
    const { meant } = this;
    if (!meant.length || !this.able) return;
    const what = this.called(meant);
    this.map.queue.push({ type, ids: meant.map((i) => this.map.idOf(i) ?? "") });
    if (type === "remove") this.say(HAND_WORDS.removing(what));
    else if (type === "pin") this.say(HAND_WORDS.pinning(what));
    else if (type === "unpin") this.say(HAND_WORDS.unpinning(what));
  }

  connectFrom(i: number): void {
    this.from = i;
    this.telling.hint(HAND_WORDS.connectFrom(this.called([i])));
    this.paint();
  }

  /** Over whom the second end of the connection would come to lie. */
  aim(i: number): void {
    if (i === this.over) return;
    this.over = i === this.from ? -1 : i;
    if (this.over >= 0) this.say(HAND_WORDS.connectTo(this.called([this.from]), this.called([this.over])));
    this.paint();
  }

  /** One end of a connection: the first, or the second that completes it. */
  join(i: number): void {
    if (!this.able || i < 0) return;
    if (this.from < 0) return this.connectFrom(i);
    const [from, id, other] = [this.from, this.map.idOf(this.from), this.map.idOf(i)];
    if (i === from || id === null || other === null) return;
    this.begin("look", { quiet: true });
    this.say(HAND_WORDS.connecting(this.called([from]), this.called([i])));
    this.map.queue.push({ type: "connect", id, other });
  }

  private joinPicked(): void {
    const [one = -1, other = -1] = this.meant;
    this.from = one;
    this.join(other);
  }

  /** Somebody is to be added at a place of the screen. */
  addAt(at: Spot): void {
    if (!this.able) return;
    const { x, y } = this.map.sigma.viewportToGraph(at);
    this.begin("look", { quiet: true });
    this.say(HAND_WORDS.adding);
    this.map.queue.push({ type: "add", x, y: -y });
  }

  addInTheMiddle(): void {
    const { width, height } = this.map.sigma.getDimensions();
    this.addAt({ x: width / 2, y: height / 2 });
  }

  /** Those within the line drawn are picked. */
  closeOutline(): void {
    const { scene, sigma } = this.map;
    const outline = this.outline.map((spot) => sigma.viewportToGraph(spot)).map(({ x, y }) => ({ x, y: -y }));
    const { x, y } = scene.standing;
    this.begin("look", { quiet: true });
    this.pickAll(enclosed(x, y, outline, (i) => scene.visible(i)));
  }

  /** Who is meant by a place of the screen, so many pixels around. */
  near(at: Spot, within: number): number {
    const { scene, painter } = this.map;
    const screen = painter.painted;
    if (!screen) return -1;
    return nearby(screen.x, screen.y, (i) => screen.r[i] ?? 0, at, within, (i) => scene.visible(i));
  }

  /** The hand lets go of what it moved. */
  letDown(): void {
    const { carry } = this;
    this.carry = null;
    if (carry?.letGo()) this.say(HAND_WORDS.moved(this.called(carry.members)));
    if (this.mode === "move") this.begin("look", { quiet: true });
  }

  undo(type: "undo" | "redo"): void {
    const { head, queue } = this.map;
    const what = head[type];
    if (!this.able) return;
    // What Python has yet to handle may be what is to be taken back.
    const known = what ?? (queue.awaits(...CHANGING) ? HAND_WORDS.last : null);
    if (known === null) return this.say(type === "undo" ? HAND_WORDS.nothingToUndo : HAND_WORDS.nothingToRedo);
    this.say(type === "undo" ? HAND_WORDS.undoing(known) : HAND_WORDS.redoing(known));
    queue.push({ type });
  }

  keep(): void {
    if (!this.able) return;
    this.say(HAND_WORDS.keeping);
    this.map.queue.push({ type: "keep", camera: lookOf(this.map.sigma) });
  }

  showHelp(): void {
    this.help.open(this.able);
  }
}
