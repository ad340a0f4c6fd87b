// The panel for several who are selected: who they are, and what can be done with all of them.
import { button, element, icon, swatch } from "./elements";
import { HAND_WORDS } from "./hand_words";
import type { Scene } from "./scene";
import { WORDS } from "./words";

/** So many names are listed at first. */
const FIRST = 24;

export interface ManyPresses {
  act: (type: "group" | "pin" | "unpin" | "focus" | "remove") => void;
  join: () => void;
  leaveOut: (i: number) => void;
  none: () => void;
  close: () => void;
}

export function drawMany(host: HTMLElement, scene: Scene, picked: readonly number[], dark: boolean, presses: ManyPresses): void {
  const { panel } = HAND_WORDS;
  const title = HAND_WORDS.picked(picked.length);
  // Who lets go of one name after the other goes on reading them.
  const unfolded = host.querySelector<HTMLDetailsElement>("details.who")?.open === true;
  const acts = element("div", { class: "actions" });
  acts.append(button(panel.focus, { class: "primary" }, () => presses.act("focus")));
  if (picked.length === 2) acts.append(button(panel.join, {}, presses.join));
  for (const type of ["group", "pin", "unpin", "remove"] as const) {
    acts.append(button(panel[type], {}, () => presses.act(type)));
  }
  host.setAttribute("aria-label", title);
  host.replaceChildren(
    element(
      "header",
      {},
      button(WORDS.close, { class: "close" }, presses.close, icon("M4 4l8 8M12 4l-8 8")),
      element("h2", { tabindex: -1 }, title),
      acts,
    ),
    element(
      "details",
      { class: "who", open: unfolded },
      element("summary", {}, panel.who),
      element("div", { class: "body" }, names(scene, picked, dark, presses), button(panel.none, { class: "more" }, presses.none)),
    ),
  );
}

function names(scene: Scene, picked: readonly number[], dark: boolean, presses: ManyPresses): HTMLElement {
  const list = element("ul", { class: "neighbours" });
  const show = (shown: readonly number[]): void => {
    for (const i of shown) {
      const name = scene.columns.labels[i] ?? "";
      const group = scene.group(i);
      const entry = button(
        HAND_WORDS.panel.leaveOut(name),
        {},
        () => presses.leaveOut(i),
        ...(group ? [swatch(group.shape, dark ? group.colour_dark : group.colour)] : []),
        element("span", { class: "name" }, name),
        icon("M5 5l6 6M11 5l-6 6"),
      );
      list.append(element("li", {}, entry));
    }
  };
  show(picked.slice(0, FIRST));
  if (picked.length > FIRST) {
    const more = element("li");
    more.append(
      button(WORDS.showAll(picked.length), { class: "more" }, () => {
        more.remove();
        show(picked.slice(FIRST));
      }),
    );
    list.append(more);
  }
  return list;
}
