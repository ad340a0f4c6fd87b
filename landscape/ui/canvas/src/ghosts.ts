// The roles that nobody has: empty marks with their names in the margin of the map.
import type { Ghost } from "./columns";
import { button, element, icon } from "./elements";
import { WORDS } from "./words";

/** `tell` shows what a ghost says beside it; null shows nothing. */
export function drawGhosts(host: HTMLElement, ghosts: readonly Ghost[], tell: (ghost: Ghost | null, beside: HTMLElement) => void): void {
  host.hidden = ghosts.length === 0;
  const list = element("ul");
  for (const ghost of ghosts) {
    const mark = icon("M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12z");
    mark.setAttribute("class", "ghost");
    const entry = button(WORDS.ghost(ghost.label, ghost.told), {}, () => tell(ghost, entry), mark, element("span", { class: "name" }, ghost.label));
    // The card beside it says it already.
    entry.removeAttribute("title");
    entry.addEventListener("pointerenter", () => tell(ghost, entry));
    entry.addEventListener("pointerleave", () => tell(null, entry));
    entry.addEventListener("focus", () => tell(ghost, entry));
    entry.addEventListener("blur", () => tell(null, entry));
    list.append(element("li", {}, entry));
  }
  host.replaceChildren(...(ghosts.length ? [element("h3", {}, WORDS.ghosts), list] : []));
}
