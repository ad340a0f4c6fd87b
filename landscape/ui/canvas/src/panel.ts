// What is known of one stakeholder, in a panel that slides over the map.
import { button, element, icon, swatch } from "./elements";
import { HAND_WORDS } from "./hand_words";
import type { Scene } from "./scene";
import { WORDS } from "./words";

const FIRST = 24;

export interface PanelPresses {
  select: (i: number) => void;
  /** null where there is no page to walk on. */
  walk: (() => void) | null;
  edit: () => void;
  close: () => void;
  /** What else hands can do with this one; null where nothing may be changed. */
  hands: HandPresses | null;
}

export interface HandPresses {
  act: (type: "group" | "pin" | "unpin" | "focus" | "remove") => void;
  connect: () => void;
  pick: () => void;
}

export function drawPanel(host: HTMLElement, scene: Scene, i: number, dark: boolean, presses: PanelPresses): void {
  const name = scene.columns.labels[i] ?? "";
  const group = scene.group(i);
  const heading = element("h2", { tabindex: -1 }, name);
  const under = element("p", { class: "group" });
  if (group) under.append(swatch(group.shape, dark ? group.colour_dark : group.colour));
  under.append(group?.label ?? WORDS.ungrouped, " · ", WORDS.relationships(scene.columns.relationships[i] ?? 0));

  const facts = element("dl");
  if (scene.columns.pinned[i]) facts.append(element("dt", { class: "alone" }, WORDS.pinned));
  for (const [label, value] of scene.columns.details()[i] ?? []) {
    facts.append(element("dt", {}, label), element("dd", {}, value));
  }

  host.setAttribute("aria-label", name);
  host.replaceChildren(
    element(
      "header",
      {},
      button(WORDS.close, { class: "close" }, presses.close, icon("M4 4l8 8M12 4l-8 8")),
      heading,
      under,
      element(
        "div",
        { class: "actions" },
        ...(presses.walk ? [button(WORDS.walk, { class: "primary" }, presses.walk)] : []),
        ...(presses.hands ? [button(WORDS.edit, {}, presses.edit), ...more(scene, i, presses.hands)] : []),
      ),
    ),
    element("div", { class: "body" }, facts, element("h3", {}, WORDS.neighbours), neighbours(scene, i, dark, presses)),
  );
}

/** What hands can do beside the two first. */
function more(scene: Scene, i: number, { act, connect, pick }: HandPresses): HTMLElement[] {
  const { panel } = HAND_WORDS;
  const from = button(panel.from, {}, () => act("focus"));
  from.title = panel.fromTip;
  const pin = scene.columns.pinned[i] ? "unpin" : "pin";
  const rest = element("div", { class: "actions" });
  rest.append(button(panel.connect, {}, connect), button(panel.pick, {}, pick));
  for (const type of ["group", pin, "remove"] as const) rest.append(button(panel[type], {}, () => act(type)));
  return [from, element("details", {}, element("summary", {}, panel.more), rest)];
}

function neighbours(scene: Scene, i: number, dark: boolean, presses: PanelPresses): HTMLElement {
  const { labels, group } = scene.columns;
  const others = [...new Set(scene.around(i).map(({ other }) => other))];
  others.sort((a, b) => (group[a] ?? 0) - (group[b] ?? 0) || (labels[a] ?? "").localeCompare(labels[b] ?? ""));
  if (!others.length) return element("p", { class: "none" }, WORDS.noNeighbours);
  const list = element("ul", { class: "neighbours" });
  const show = (shown: number[]): void => {
    for (const other of shown) {
      const style = scene.group(other);
      const name = element("span", { class: "name" }, labels[other] ?? "");
      const entry = element("button", { type: "button" }, name);
      if (style) entry.prepend(swatch(style.shape, dark ? style.colour_dark : style.colour));
      entry.addEventListener("click", () => presses.select(other));
      list.append(element("li", {}, entry));
    }
  };
  show(others.slice(0, FIRST));
  if (others.length > FIRST) {
    const more = element("li");
    more.append(
      button(WORDS.showAll(others.length), { class: "more" }, () => {
        more.remove();
        show(others.slice(FIRST));
      }),
    );
    list.append(more);
  }
  return list;
}
