// The elements that the map consists of.
import { button, element, icon } from "./elements";
import { HAND_WORDS } from "./hand_words";
import { WORDS } from "./words";

export interface Frame {
  root: HTMLElement;
  ground: HTMLCanvasElement;
  stage: HTMLElement;
  overlay: HTMLCanvasElement;
  search: HTMLElement;
  legend: HTMLElement;
  controls: HTMLElement;
  /** What changes the map, above the controls that move it. */
  tools: HTMLElement;
  card: HTMLElement;
  panel: HTMLElement;
  spoken: HTMLElement;
  nobody: HTMLElement;
  /** The margin with the roles that nobody has. */
  ghosts: HTMLElement;
  /** What is left out, in words. */
  notes: HTMLElement;
  /** The saved views, and the large words while they are presented. */
  views: HTMLElement;
  caption: HTMLElement;
}

export interface Presses {
  zoomIn: () => void;
  zoomOut: () => void;
  fit: () => void;
}

export function buildFrame(parent: ParentNode & Node, presses: Presses): Frame {
  const frame: Frame = {
    root: element("div", { class: "landscape" }),
    ground: element("canvas", { class: "layer", "aria-hidden": "true" }),
    stage: element("div", { class: "stage", tabindex: 0, role: "application", "aria-label": WORDS.map }),
    overlay: element("canvas", { class: "layer", "aria-hidden": "true" }),
    search: element("div", { class: "search" }),
    legend: element("div", { class: "legend" }),
    controls: element("div", { class: "controls" }),
    tools: element("div", { class: "tools", role: "group", "aria-label": HAND_WORDS.tools }),
    card: element("div", { class: "card", role: "presentation", hidden: true }),
    panel: element("section", { class: "panel", hidden: true }),
    spoken: element("div", { class: "spoken", "aria-live": "polite" }),
    nobody: element("p", { class: "nobody", hidden: true }, WORDS.nobody),
    ghosts: element("section", { class: "ghosts", "aria-label": WORDS.ghosts, hidden: true }),
    notes: element("ul", { class: "notes", "aria-label": WORDS.notes, hidden: true }),
    views: element("nav", { class: "views", "aria-label": WORDS.views, hidden: true }),
    caption: element("section", { class: "caption", "aria-label": WORDS.presentation, hidden: true }),
  };
  frame.controls.append(
    button(WORDS.zoomIn, {}, presses.zoomIn, icon("M8 3v10M3 8h10")),
    button(WORDS.zoomOut, {}, presses.zoomOut, icon("M3 8h10")),
    button(WORDS.fit, {}, presses.fit, icon("M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3")),
  );
  const { root, ground, stage, overlay, search, legend, controls, tools, card, panel, spoken, nobody, ghosts, notes, views, caption } = frame;
  root.append(ground, stage, overlay, nobody, search, notes, legend, ghosts, views, tools, controls, card, panel, caption, spoken);
  parent.append(root);
  return frame;
}
