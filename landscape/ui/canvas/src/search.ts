// Finds a stakeholder by a part of the name.
import { element } from "./elements";
import { WORDS } from "./words";

const SHOWN = 8;

/** Places of the names that contain the text; those that begin with it come first. */
export function find(names: readonly string[], text: string, most = SHOWN): number[] {
  const sought = plain(text);
  if (!sought) return [];
  const ranked: [rank: number, i: number][] = [];
  names.forEach((name, i) => {
    const at = plain(name).indexOf(sought);
    if (at >= 0) ranked.push([at === 0 ? 0 : /\W/.test(plain(name)[at - 1] ?? "") ? 1 : 2, i]);
  });
  ranked.sort(([a, i], [b, j]) => a - b || i - j);
  return ranked.slice(0, most).map(([, i]) => i);
}

function plain(text: string): string {
  return text.trim().normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
}

/** Fills the search box; `names` is asked at each letter, as the landscape may have changed. */
export function buildSearch(host: HTMLElement, names: () => readonly string[], choose: (i: number) => void): void {
  const list = element("ul", { role: "listbox", id: "found", "aria-label": WORDS.search, hidden: true });
  const input = element("input", {
    type: "search",
    role: "combobox",
    placeholder: WORDS.search,
    "aria-label": WORDS.search,
    "aria-controls": "found",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    autocomplete: "off",
    spellcheck: "false",
  });
  let found: number[] = [];
  let active = 0;
  const close = (): void => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (): void => {
    [...list.children].forEach((option, k) => option.setAttribute("aria-selected", String(k === active)));
    if (found.length) input.setAttribute("aria-activedescendant", `found-${active}`);
    list.children[active]?.scrollIntoView({ block: "nearest" });
  };
  const take = (i: number | undefined): void => {
    if (i === undefined) return;
    input.value = names()[i] ?? "";
    close();
    choose(i);
  };
  const show = (): void => {
    found = find(names(), input.value);
    active = 0;
    const options = found.map((i, k) => {
      const option = element("li", { role: "option", id: `found-${k}` }, names()[i] ?? "");
      option.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        take(i);
      });
      return option;
    });
    list.replaceChildren(...(options.length ? options : [element("li", { class: "nothing" }, WORDS.nothingFound)]));
    list.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark();
  };
  input.addEventListener("input", show);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const by = event.key === "ArrowDown" ? 1 : -1;
      if (found.length) active = (active + by + found.length) % found.length;
      mark();
    } else if (event.key === "Enter" && !list.hidden) take(found[active]);
    else if (event.key === "Escape") close();
  });
  host.append(input, list);
}
