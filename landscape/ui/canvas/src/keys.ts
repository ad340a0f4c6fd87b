// Turns keys into what happens on the map: all that a pointer can do, and no function of its own.
import { HAND_WORDS } from "./hand_words";
import type { LandscapeMap } from "./map";
import { type Arrow, direction, isArrow, nearest, step } from "./walk";

/** So many pixels an arrow key moves somebody, and so many more with shift. */
const NUDGE = 8;
const FAR = 5;

export function keys(map: LandscapeMap): () => void {
  const { stage, panel, root } = map.frame;
  const stop = new AbortController();
  const { signal } = stop;
  const on = (target: HTMLElement, does: (map: LandscapeMap, event: KeyboardEvent) => boolean): void =>
    target.addEventListener(
      "keydown",
      (event) => {
        if (!does(map, event)) return;
        event.preventDefault();
        event.stopPropagation();
      },
      { signal },
    );
  on(stage, onStage);
  on(panel, (_, { key }) => key === "Escape" && (map.selecting.closePanel(), true));
  on(root, anywhere);
  return () => stop.abort();
}

/** Wherever the focus is on the map, but where text is written. */
function anywhere({ hands }: LandscapeMap, event: KeyboardEvent): boolean {
  const written = event.composedPath()[0] instanceof HTMLInputElement;
  const key = event.key.toLowerCase();
  if (written || event.altKey) return false;
  if (event.ctrlKey || event.metaKey) {
    if (!hands.able || (key !== "z" && key !== "y")) return false;
    if (!event.repeat) hands.undo(key === "y" || event.shiftKey ? "redo" : "undo");
    return true;
  }
  if (event.key === "?") hands.showHelp();
  else if (event.key === "Escape") return hands.stop();
  else return false;
  return true;
}

function onStage(map: LandscapeMap, event: KeyboardEvent): boolean {
  const { hands, scene } = map;
  const { key } = event;
  if (event.altKey) return false;
  if (event.ctrlKey || event.metaKey) {
    if (key.toLowerCase() !== "a" || !hands.able) return false;
    hands.pickAll(scene.order.filter((i) => scene.visible(i)));
    return true;
  }
  if (isArrow(key)) arrow(map, key, event.shiftKey);
  else if (key === "Enter") return enter(map);
  else if (key === "Escape") escape(map);
  else if (key === " ") space(map);
  else if (key === "+" || key === "=") map.viewport.nearer();
  else if (key === "-") map.viewport.further();
  else if (key === "0") map.viewport.fit(scene.columns);
  else if (key.toLowerCase() === "g") return map.gaps.next();
  else return hands.able && changes(map, key);
  return true;
}

function changes({ hands }: LandscapeMap, key: string): boolean {
  if (key === "Delete" || key === "Backspace") hands.act("remove");
  else if (key.toLowerCase() === "c") hands.begin("connect");
  else if (key.toLowerCase() === "n") hands.begin("add");
  else if (key.toLowerCase() === "m" && hands.movable && hands.meant.length) {
    if (hands.mode === "move") hands.letDown();
    else hands.begin("move");
  } else return false;
  return true;
}

function arrow(map: LandscapeMap, key: Arrow, shift: boolean): void {
  const { hands, scene, sigma } = map;
  if (hands.mode === "move" && hands.carry) return nudge(map, key, shift);
  const { x, y } = scene.columns;
  const counts = (i: number): boolean => scene.visible(i);
  const { here } = hands;
  const { width, height } = sigma.getDimensions();
  const middle = sigma.viewportToGraph({ x: width / 2, y: height / 2 });
  const start = here < 0 && hands.from >= 0 ? hands.from : here;
  const next = start < 0 ? nearest(x, y, middle.x, -middle.y, counts) : step(x, y, start, key, counts);
  if (next < 0) return;
  if (hands.mode === "connect" && hands.from >= 0) {
    hands.aim(next);
    map.selecting.reveal(next);
  } else if (shift && hands.able) {
    const [one, other] = [map.idOf(start), map.idOf(next)];
    hands.cursor = next;
    if (one !== null && other !== null) hands.pickAll([start, next].filter((i) => i >= 0));
    else hands.pick(next);
    hands.cursor = next;
    hands.say(HAND_WORDS.pickedOne(hands.called([next]), hands.picks.size));
    map.selecting.reveal(next);
  } else if (hands.picks.size) {
    hands.cursor = next;
    hands.say(hands.called([next]));
    map.selecting.reveal(next);
  } else map.choose(next, { open: false });
}

/** Carried by keys: each press goes a little further from where it began. */
function nudge({ hands, sigma }: LandscapeMap, key: Arrow, shift: boolean): void {
  const [right, down] = direction(key);
  const unit = Math.abs(sigma.viewportToGraph({ x: 1, y: 0 }).x - sigma.viewportToGraph({ x: 0, y: 0 }).x);
  const far = unit * NUDGE * (shift ? FAR : 1);
  hands.carry?.further(right * far, down * far);
}

function enter(map: LandscapeMap): boolean {
  const { hands, focus } = map;
  if (hands.mode === "add") hands.addInTheMiddle();
  else if (hands.mode === "move") hands.letDown();
  else if (hands.mode === "connect") {
    const end = hands.over >= 0 ? hands.over : hands.here;
    if (end >= 0) hands.join(end);
  } else if (hands.mode === "lasso") space(map);
  else if (hands.picks.size) map.selecting.showPanel(true);
  else if (focus.selected >= 0) {
    map.selecting.showPanel(true);
    map.queue.push({ type: "open", id: map.idOf(focus.selected) ?? "" });
  } else return false;
  return true;
}

function escape(map: LandscapeMap): void {
  const { hands, frame } = map;
  if (hands.stop()) return;
  if (map.gaps.close()) return;
  if (!frame.panel.hidden) map.selecting.closePanel();
  else if (hands.picks.size) hands.none();
  else map.letGo();
}

/** Takes or lets go of the one where walking is. */
function space({ hands, focus }: LandscapeMap): void {
  const { here } = hands;
  if (here < 0 || !hands.able) return;
  if (here === focus.selected) hands.pickAll([here]);
  else hands.pick(here);
}
