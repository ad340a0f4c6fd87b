// The card beside the pointer: who that is.
import { element } from "./elements";
import type { Scene } from "./scene";
import { WORDS } from "./words";

export function showCard(host: HTMLElement, scene: Scene, i: number, at: { x: number; y: number }, room: { width: number; height: number }): void {
  const lines = [
    element("strong", {}, scene.columns.labels[i] ?? ""),
    element("span", {}, `${scene.group(i)?.label ?? WORDS.ungrouped} · ${WORDS.relationships(scene.columns.relationships[i] ?? 0)}`),
    ...(scene.columns.hover()[i] ?? []).map((line) => element("span", {}, line)),
  ];
  host.replaceChildren(...lines);
  put(host, at, room);
}

/** A heading and what it says, beside an element of the map. */
export function showNote(host: HTMLElement, heading: string, said: readonly string[], beside: HTMLElement, root: HTMLElement): void {
  host.replaceChildren(element("strong", {}, heading), ...said.map((line) => element("span", {}, line)));
  const box = beside.getBoundingClientRect();
  const whole = root.getBoundingClientRect();
  const left = box.left - whole.left;
  const y = box.top - whole.top + box.height / 2;
  put(host, { x: left > whole.width / 2 ? left + 6 : left + box.width - 6, y }, { width: root.clientWidth, height: root.clientHeight });
}

function put(host: HTMLElement, at: { x: number; y: number }, room: { width: number; height: number }): void {
  host.hidden = false;
  const { offsetWidth: w, offsetHeight: h } = host;
  const x = at.x + 18 + w > room.width ? at.x - 18 - w : at.x + 18;
  const y = Math.max(8, Math.min(at.y - h / 2, room.height - h - 8));
  host.style.transform = `translate(${Math.round(Math.max(8, x))}px, ${Math.round(y)}px)`;
}
