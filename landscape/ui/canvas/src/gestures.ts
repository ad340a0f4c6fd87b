// Turns what a hand does, with a pointer or on the keyboard, into what happens on the map.
import type { LandscapeMap } from "./map";
import { isArrow, nearest, step } from "./walk";

const DRAG_FROM = 4;

export function listen(map: LandscapeMap): () => void {
  pointer(map);
  const keys = (event: KeyboardEvent): void => key(map, event);
  map.frame.stage.addEventListener("keydown", keys);
  const escape = (event: KeyboardEvent): void => {
    if (event.key === "Escape") map.closePanel();
  };
  map.frame.panel.addEventListener("keydown", escape);
  return () => {
    map.frame.stage.removeEventListener("keydown", keys);
    map.frame.panel.removeEventListener("keydown", escape);
  };
}

function pointer(map: LandscapeMap): void {
  const { sigma } = map;
  let held: { i: number; x: number; y: number; moving: boolean } | null = null;
  let dragged = false;
  const at = (id: string): number => map.scene.index.get(id) ?? -1;

  sigma.on("clickNode", ({ node }) => {
    if (!dragged) map.choose(at(node));
    dragged = false;
  });
  sigma.on("clickStage", () => {
    if (!dragged) map.letGo();
    dragged = false;
  });
  sigma.on("doubleClickNode", (event) => {
    event.preventSigmaDefault();
    map.choose(at(event.node));
    map.queue.push({ type: "open", id: event.node });
  });
  sigma.on("enterNode", ({ node }) => !held?.moving && map.hover(at(node)));
  sigma.on("leaveNode", () => !held?.moving && map.hover(-1));
  sigma.on("downNode", ({ node, event }) => {
    dragged = false;
    held = { i: at(node), x: event.x, y: event.y, moving: false };
  });
  sigma.on("moveBody", ({ event }) => {
    if (!held) return;
    if (!held.moving && Math.hypot(event.x - held.x, event.y - held.y) < DRAG_FROM) {
      event.preventSigmaDefault();
      return;
    }
    if (!held.moving) map.hover(-1);
    held.moving = true;
    const place = sigma.viewportToGraph(event);
    map.move(held.i, place.x, -place.y, false);
    event.preventSigmaDefault();
    event.original.preventDefault();
    event.original.stopPropagation();
  });
  const release = (): void => {
    if (held?.moving) {
      const { x, y } = map.scene.columns;
      map.move(held.i, x[held.i] ?? 0, y[held.i] ?? 0, true);
      dragged = true;
    }
    held = null;
  };
  sigma.on("upNode", release);
  sigma.on("upStage", release);
}

function key(map: LandscapeMap, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { focus, scene } = map;
  if (isArrow(event.key)) {
    const { x, y } = scene.columns;
    const middle = map.sigma.viewportToGraph({ x: map.sigma.getDimensions().width / 2, y: map.sigma.getDimensions().height / 2 });
    const next = focus.selected < 0 ? nearest(x, y, middle.x, -middle.y) : step(x, y, focus.selected, event.key);
    if (next >= 0) map.choose(next, { open: false });
  } else if (event.key === "Enter" && focus.selected >= 0) {
    map.showPanel(true);
    map.sigma.scheduleRender();
    map.queue.push({ type: "open", id: map.idOf(focus.selected) ?? "" });
  } else if (event.key === "Escape") {
    if (!map.frame.panel.hidden) map.closePanel();
    else map.letGo();
  } else if (event.key === "+" || event.key === "=") map.viewport.nearer();
  else if (event.key === "-") map.viewport.further();
  else if (event.key === "0") map.viewport.fit(scene.columns);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
