// The button in the corner that opens what can be taken away, and the menu behind it.
import { button, element, icon } from "./elements";
import type { LandscapeMap } from "./map";
import { type Form, save } from "./out_files";
import { OUT_WORDS } from "./out_words";

const FORMS: readonly [Form, string][] = [["png", OUT_WORDS.print], ["svg", OUT_WORDS.draw]];

export function buildMenu(map: LandscapeMap): void {
  const { root, controls, spoken } = map.frame;
  const menu = element("div", { class: "away", role: "menu", "aria-label": OUT_WORDS.away, hidden: true });
  const opener = button(
    OUT_WORDS.away,
    { "aria-haspopup": "menu", "aria-expanded": "false" },
    () => show(Boolean(menu.hidden)),
    icon("M8 2.5v7.5M4.5 7l3.5 3.5l3.5-3.5M2.5 13.5h11"),
  );
  const items = FORMS.map(([form, label]) => button(label, { role: "menuitem", tabindex: -1 }, () => void take(form)));

  function show(open: boolean): void {
    menu.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    if (!open) return;
    const [at, frame] = [opener.getBoundingClientRect(), root.getBoundingClientRect()];
    const high = Math.min(at.top - frame.top, frame.height - menu.offsetHeight - 8);
    menu.style.top = `${Math.max(8, high)}px`;
    menu.style.right = `${Math.max(8, frame.right - at.left + 6)}px`;
    items[0]?.focus();
  }

  async function take(form: Form): Promise<void> {
    show(false);
    opener.focus();
    spoken.textContent = OUT_WORDS.drawing;
    // The menu closes on the screen before the drawing takes its time.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    try {
      spoken.textContent = OUT_WORDS.saved(await save(map, form));
    } catch (error) {
      spoken.textContent = OUT_WORDS.failed;
      throw error;
    }
  }

  menu.addEventListener("keydown", (event) => {
    const at = items.findIndex((item) => item === (root.getRootNode() as ShadowRoot | Document).activeElement);
    const last = items.length - 1;
    const next = { ArrowDown: at < last ? at + 1 : 0, ArrowUp: at > 0 ? at - 1 : last, Home: 0, End: last }[event.key];
    if (next !== undefined) items[next]?.focus();
    else if (event.key === "Escape") {
      show(false);
      opener.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node) || (!menu.contains(relatedTarget) && relatedTarget !== opener)) show(false);
  });
  // Some browsers take the focus away before the press is done.
  menu.addEventListener("pointerdown", (event) => event.preventDefault());
  menu.append(...items);
  controls.append(opener);
  root.append(menu);
}
