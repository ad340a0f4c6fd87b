// Turns what a hand does with a pointer into what happens on the map.
import { Carry } from "./carry";
import { keys } from "./keys";
import type { LandscapeMap } from "./map";
import type { Spot } from "./picks";
import { FINGER, LongPress, byTouch, fingers } from "./touch";
import { RIM } from "./traces";

const DRAG_FROM = 4;
/** A finger that rests goes no further than this. */
const RESTS = 8;
/** So many pixels beside a mark, the end of a connection still lands on it. */
const CATCH = 10;

interface Held {
  does: "press" | "move" | "connect" | "lasso";
  i: number;
  at: Spot;
  moving: boolean;
}

type Pressed = Spot & { original: MouseEvent | TouchEvent };

export function listen(map: LandscapeMap): () => void {
  const stopKeys = keys(map);
  const press = pointer(map);
  return () => {
    stopKeys();
    press.end();
  };
}

function pointer(map: LandscapeMap): LongPress {
  const { sigma, hands } = map;
  let held: Held | null = null;
  /** A click or tap that ends a drag or a long press is none. */
  let spent = false;
  const row = (id: string): number => map.scene.index.get(id) ?? -1;
  /** Where the click before was, on whom or, with -1, on the ground. */
  let last: (Spot & { i: number }) | null = null;
  const longPress = new LongPress((i) => {
    spent = true;
    held = null;
    hands.pick(i);
  });

  const down = (i: number, { x, y, original }: Pressed): void => {
    longPress.end();
    abandon();
    spent = false;
    map.frame.card.hidden = true;
    map.gaps.close();
    if (byTouch(original) ? fingers(original) > 1 : original.button !== 0) return;
    held = { does: meaning(map, i, original), i: i < 0 ? hands.rim : i, at: { x, y }, moving: false };
    if (byTouch(original) && hands.able && hands.mode === "look" && i >= 0) longPress.begin(i);
  };
  const abandon = (): void => {
    if (held?.moving) hands.stop();
    held = null;
  };
  const drag = (one: Held, at: Spot): void => {
    if (one.does === "move") {
      const carry = (hands.carry ??= new Carry(map, hands.meant.includes(one.i) ? hands.meant : [one.i]));
      const [here, there] = [sigma.viewportToGraph(one.at), sigma.viewportToGraph(at)];
      carry.by(there.x - here.x, here.y - there.y);
    } else if (one.does === "connect") {
      if (hands.from < 0) hands.connectFrom(one.i);
      hands.pointer = at;
      hands.aim(hands.near(at, CATCH));
      hands.paint();
    } else {
      if (!hands.outline.length) hands.outline.push(one.at);
      hands.outline.push(at);
      hands.paint();
    }
  };
  const release = (): void => {
    longPress.end();
    const one = held;
    held = null;
    if (!one?.moving) return;
    spent = one.does !== "press";
    if (one.does === "move") hands.letDown();
    else if (one.does === "lasso") hands.closeOutline();
    else if (one.does === "connect") hands.over >= 0 ? hands.join(hands.over) : hands.stop();
  };

  sigma.on("downNode", ({ node, event }) => down(row(node), event));
  sigma.on("downStage", ({ event }) => down(-1, event));
  sigma.on("upNode", release);
  sigma.on("upStage", release);
  sigma.on("moveBody", ({ event }) => {
    if (!held) return byTouch(event.original) ? undefined : follow(map, event, event.original);
    if (!held.moving && Math.hypot(event.x - held.at.x, event.y - held.at.y) < (byTouch(event.original) ? RESTS : DRAG_FROM)) {
      if (held.does !== "press") event.preventSigmaDefault();
      return;
    }
    longPress.end();
    if (!held.moving) map.selecting.hover(-1);
    held.moving = true;
    if (held.does === "press") return;
    drag(held, { x: event.x, y: event.y });
    event.preventSigmaDefault();
    event.original.preventDefault();
    event.original.stopPropagation();
  });

  const click = (i: number, event: Pressed): void => {
    if (!spent && i >= 0) hands.press(i, also(map, event.original));
    else if (!spent) ground(map, event, event.original);
    last = spent ? null : { i, x: event.x, y: event.y };
    spent = false;
  };
  /** Two quick clicks in two places are two clicks. */
  const double = (i: number, event: Pressed): boolean => {
    const near = last !== null && last.i === i && Math.hypot(last.x - event.x, last.y - event.y) < (byTouch(event.original) ? FINGER : DRAG_FROM);
    if (near && !spent && hands.mode === "look" && !also(map, event.original)) return true;
    click(i, event);
    return false;
  };
  sigma.on("clickNode", ({ node, event }) => click(row(node), event));
  sigma.on("clickStage", ({ event }) => click(-1, event));
  sigma.on("doubleClickNode", ({ node, event, preventSigmaDefault }) => {
    preventSigmaDefault();
    if (!double(row(node), event)) return;
    map.choose(row(node));
    map.queue.push({ type: "open", id: node });
  });
  sigma.on("doubleClickStage", ({ event, preventSigmaDefault }) => {
    if (hands.able) preventSigmaDefault();
    if (!double(-1, event) || !hands.able) return;
    const missed = byTouch(event.original) && hands.near(event, FINGER / 2) >= 0;
    if (!missed && map.gapAt(event.x, event.y) < 0) hands.addAt(event);
  });
  sigma.on("enterNode", ({ node, event }) => {
    if (held?.moving || byTouch(event.original)) return;
    map.selecting.hover(row(node));
    follow(map, event, event.original);
  });
  sigma.on("leaveNode", () => !held?.moving && map.selecting.hover(-1));
  sigma.on("leaveStage", () => {
    hands.rim = -1;
    hands.paint();
  });
  return longPress;
}

/** What a drag from here does: on the ground, and with a finger also from who is not selected, the map moves. */
function meaning({ hands }: LandscapeMap, i: number, event: MouseEvent | TouchEvent): Held["does"] {
  if (!hands.able) return "press";
  if (hands.mode === "lasso") return "lasso";
  if (i < 0) return event.shiftKey ? "lasso" : hands.rim >= 0 && !byTouch(event) ? "connect" : "press";
  if (event.shiftKey || hands.mode === "connect") return "connect";
  if (!hands.movable || hands.mode !== "look") return "press";
  return byTouch(event) && !hands.meant.includes(i) ? "press" : "move";
}

/** Whether a press adds to those already selected: a finger goes on once it has begun by a long press. */
function also({ hands }: LandscapeMap, event: MouseEvent | TouchEvent): boolean {
  return event.shiftKey || event.ctrlKey || event.metaKey || (byTouch(event) && hands.picks.size > 0);
}

function ground(map: LandscapeMap, at: Spot, event: MouseEvent | TouchEvent): void {
  const { hands } = map;
  const meant = byTouch(event) || hands.mode === "connect" ? hands.near(at, FINGER / 2) : -1;
  const gap = hands.mode === "look" ? map.gapAt(at.x, at.y) : -1;
  if (meant >= 0) hands.press(meant, also(map, event));
  else if (gap >= 0) map.gaps.open(gap);
  else if (!event.shiftKey) hands.ground(at);
}

/** Without anything held: the rim of who is pointed at, the end of a connection, the gap beneath. */
function follow(map: LandscapeMap, at: Spot, event: MouseEvent | TouchEvent): void {
  const { hands, focus, frame } = map;
  if (event.composedPath().every((one) => one !== frame.stage)) return;
  const { rim } = hands;
  if (hands.mode === "connect" && hands.from >= 0) {
    hands.pointer = { x: at.x, y: at.y };
    hands.aim(hands.near(at, CATCH));
    hands.paint();
  }
  if (hands.able && hands.mode === "look") {
    const whose = focus.hovered >= 0 || rim < 0 ? focus.hovered : hands.near(at, RIM) === rim ? rim : -1;
    if (whose !== rim) {
      hands.rim = whose;
      hands.paint();
    }
    frame.stage.classList.toggle("aiming", whose >= 0 && focus.hovered < 0);
  }
  map.gaps.touch(focus.hovered < 0 && hands.mode === "look" ? map.gapAt(at.x, at.y) : -1);
}
