// Finds a stakeholder or a group by a part of the name.
import { element } from "./elements";
import type { Scene } from "./scene";
import { WORDS } from "./words";

const SHOWN = 8;
const GROUPS_SHOWN = 3;

/** Places of the names that contain the text; those that begin with it come first. */
export function find(names: readonly string[], text: string, most = SHOWN): number[] {
  const sought = plain(text);
  if (!sought) return [];
  const ranked: [rank: number, i: number][] = [];
  plainly(names).forEach((name, i) => {
    const at = name.indexOf(sought);
    if (at >= 0) ranked.push([at === 0 ? 0 : /\W/.test(name[at - 1] ?? "") ? 1 : 2, i]);
  });
  ranked.sort(([a, i], [b, j]) => a - b || i - j);
  return ranked.slice(0, most).map(([, i]) => i);
}

/** A text without accents, case and spaces around it, as it is compared. */
export function plain(text: string): string {
  return text.trim().normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
}

const compared = new WeakMap<readonly string[], string[]>();

/** All names as they are compared; worked out once. */
export function plainly(names: readonly string[]): string[] {
  const known = compared.get(names) ?? names.map(plain);
  compared.set(names, known);
  return known;
}

export interface Choose {
  person: (i: number) => void;
  group: (group: number) => void;
}

interface Found {
  name: string;
  beside: string;
  take: () => void;
}

/** Stakeholders and groups by a part of their name, the likeliest first. */
export function foundIn(scene: Scene, text: string, choose: Choose): Found[] {
  const { groups, labels } = scene.columns;
  const people = find(labels, text).map((i): Found => {
    const group = scene.group(i)?.label ?? WORDS.ungrouped;
    return {
      name: labels[i] ?? "",
      beside: scene.visible(i) ? group : WORDS.notShown(group),
      take: () => choose.person(i),
    };
  });
  const found = find(groups.map(({ label }) => label), text, GROUPS_SHOWN).filter((i) => (groups[i]?.count ?? 0) > 0);
  const whole = found.map((i): Found => {
    const { label = "", count = 0 } = groups[i] ?? {};
    return { name: label, beside: WORDS.groupOf(count), take: () => choose.group(i) };
  });
  // A group is what one means who types how it begins.
  const begins = whole.filter(({ name }) => plain(name).startsWith(plain(text)));
  const rest = whole.filter((group) => !begins.includes(group));
  return [...begins, ...people, ...rest];
}

/** Fills the search box; `scene` is asked at each letter, as the landscape may have changed. */
export function buildSearch(host: HTMLElement, scene: () => Scene, choose: Choose): void {
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
  const nothing = element("p", { class: "nothing", role: "status", hidden: true });
  let found: Found[] = [];
  let active = 0;
  const close = (): void => {
    list.hidden = nothing.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (): void => {
    [...list.children].forEach((option, k) => option.setAttribute("aria-selected", String(k === active)));
    if (found.length) input.setAttribute("aria-activedescendant", `found-${active}`);
    else input.removeAttribute("aria-activedescendant");
    list.children[active]?.scrollIntoView({ block: "nearest" });
  };
  const take = (one: Found | undefined): void => {
    if (!one) return;
    input.value = one.name;
    close();
    one.take();
  };
  const show = (): void => {
    found = input.value.trim() ? foundIn(scene(), input.value, choose) : [];
    active = 0;
    const options = found.map((one, k) => {
      const named = element("span", { class: "name" }, one.name);
      const option = element("li", { role: "option", id: `found-${k}` }, named, element("span", { class: "beside" }, one.beside));
      option.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        take(one);
      });
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    nothing.hidden = options.length > 0 || !input.value.trim();
    nothing.textContent = nothing.hidden ? "" : WORDS.nothingFound;
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
  host.append(input, list, nothing);
}
