// Says what colours, sizes, shapes, borders and lines mean; an entry is also a filter.
import type { Legend, LegendEntry } from "./columns";
import { button, element, lineSample, markSample } from "./elements";
import { lineKinds, lineWords } from "./line_kinds";
import { membersOf } from "./members";
import type { Scene } from "./scene";
import { WORDS } from "./words";

/** So many entries of one legend are shown before one asks for all. */
const FIRST = 12;

export interface LegendPresses {
  filter: (field: string, key: string) => void;
  light: (lit: ReadonlySet<number> | null) => void;
}

export class Legends {
  private open: boolean | null = null;
  private readonly unfolded = new Set<string>();

  constructor(
    private readonly host: HTMLElement,
    private readonly presses: LegendPresses,
  ) {}

  /** Draw it anew; what is folded, scrolled and focused stays so. */
  draw(scene: Scene, dark: boolean, wide: boolean): void {
    const { host } = this;
    // An entry that is taken away hears of no pointer that leaves it.
    this.presses.light(null);
    const held = (host.getRootNode() as ShadowRoot | Document).activeElement;
    const focused = held && host.contains(held) ? held.getAttribute("data-entry") : null;
    const scrolled = host.querySelector(".scroll")?.scrollTop ?? 0;
    const parts = [
      ...scene.looks.legends.flatMap((legend) => this.legend(scene, legend, dark, () => this.draw(scene, dark, wide))),
      ...lines(scene),
    ];
    if (!parts.length) {
      host.replaceChildren();
      return;
    }
    const scroll = element("div", { class: "scroll" }, ...parts);
    const fold = element("details", { open: this.open ?? wide }, element("summary", { "data-entry": "legend" }, WORDS.legend), scroll);
    fold.addEventListener("toggle", () => {
      // What the width decided is no wish.
      if (fold.open !== (this.open ?? wide)) this.open = fold.open;
    });
    host.replaceChildren(fold);
    scroll.scrollTop = scrolled;
    if (focused !== null) host.querySelector<HTMLElement>(`[data-entry="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  private legend(scene: Scene, legend: Legend, dark: boolean, again: () => void): HTMLElement[] {
    const { field, means, note } = legend;
    const entries = legend.entries.filter((entry) => entry.count > 0 || entry.hidden);
    const parts: HTMLElement[] = [element("h2", {}, legend.title, element("span", { class: "means" }, WORDS.means(means)))];
    if (entries.length) {
      const list = element("ul", { "aria-label": legend.title });
      const all = this.unfolded.has(field) || entries.length <= FIRST + 1;
      const shown = all ? entries : entries.slice(0, FIRST);
      for (const entry of shown) list.append(element("li", {}, this.entry(scene, legend, entry, dark)));
      if (!all) {
        const more = button(WORDS.showAll(entries.length), { class: "more" }, () => {
          this.unfolded.add(field);
          again();
          this.host.querySelector<HTMLElement>(`[data-entry="${CSS.escape(name(field, entries[FIRST]?.key ?? ""))}"]`)?.focus();
        });
        list.append(element("li", {}, more));
      }
      parts.push(list);
    }
    if (note) parts.push(element("p", {}, note));
    return parts;
  }

  private entry(scene: Scene, legend: Legend, entry: LegendEntry, dark: boolean): HTMLElement {
    const made = element(
      "button",
      {
        type: "button",
        "aria-pressed": String(!entry.hidden),
        "data-entry": name(legend.field, entry.key),
        title: entry.hidden ? WORDS.bringBack(entry.label) : WORDS.leaveOut(entry.label),
      },
      markSample(entry, legend.means.includes("colour") ? (dark ? entry.colour_dark : entry.colour) : null),
      element("span", { class: "name" }, entry.label),
      element("span", { class: "count" }, WORDS.count(entry.count)),
    );
    made.addEventListener("click", () => this.presses.filter(legend.field, entry.key));
    const light = (): void => {
      if (!entry.hidden) this.presses.light(membersOf(scene.looks, legend, legend.entries.indexOf(entry)));
    };
    const dim = (): void => this.presses.light(null);
    made.addEventListener("pointerenter", light);
    made.addEventListener("pointerleave", dim);
    made.addEventListener("focus", () => made.matches(":focus-visible") && light());
    made.addEventListener("blur", dim);
    return made;
  }
}

function name(field: string, key: string): string {
  return `${field}\n${key}`;
}

function lines(scene: Scene): HTMLElement[] {
  const kinds = lineKinds(scene);
  if (!kinds.length) return [];
  const list = element("ul", { "aria-label": WORDS.lines });
  for (const kind of kinds) {
    const label = element("span", { class: "name" }, lineWords(scene, kind));
    list.append(element("li", {}, element("span", { class: "line" }, lineSample(kind), label)));
  }
  return [element("h2", {}, WORDS.lines), list];
}
