// The same as the map, as a table: for those who read rows, or cannot see or point.
import { button, element } from "./elements";
import type { Scene } from "./scene";
import {
  FIRST_ORDER, type Order, PAGE, type TableColumn, columnsOf, neighboursOf, pagesOf, shownRows, sorted,
} from "./table_rows";
import { WORDS } from "./words";

/** So many neighbours are named in a row before one asks for all. */
const NEIGHBOURS = 10;

export class Twin {
  readonly root: HTMLDetailsElement = element("details", { class: "twin" });
  private readonly text = element("input", { type: "search", "aria-label": WORDS.filterTable, placeholder: WORDS.filterTable, autocomplete: "off" });
  private readonly said = element("p", { class: "said", role: "status" });
  private readonly table = element("table");
  private readonly scroll = element("div", { class: "rows" }, this.table);
  private readonly before = button(WORDS.pageBefore, {}, () => this.turn(-1));
  private readonly after = button(WORDS.pageAfter, {}, () => this.turn(1));
  private readonly pages = element("nav", { "aria-label": WORDS.pages }, this.before, this.after);
  private scene: Scene | null = null;
  private columns: TableColumn[] = [];
  private rows: number[] = [];
  private order: Order = FIRST_ORDER;
  private page = 0;
  private selected = -1;
  /** Whose row the Tab key leads to. */
  private current = -1;
  private stale = true;

  constructor(private readonly choose: (i: number) => void) {
    this.root.append(
      element("summary", {}, WORDS.twin),
      element("div", { class: "above" }, this.text, this.said, this.pages),
      this.scroll,
    );
    this.root.addEventListener("toggle", () => this.root.open && this.fill(this.selected));
    this.text.addEventListener("input", () => {
      this.page = 0;
      this.fill();
    });
    this.table.addEventListener("keydown", (event) => this.key(event));
    this.table.addEventListener("focusin", (event) => this.hold(event.target));
  }

  /** The map shows something else; nothing is built while the table is folded. */
  draw(scene: Scene): void {
    this.scene = scene;
    this.stale = true;
    if (!this.root.open) return;
    const { activeElement } = this.root.getRootNode() as ShadowRoot | Document;
    const held = activeElement?.closest("tbody") === this.table.tBodies[0] ? this.current : -1;
    this.fill();
    if (held >= 0 && activeElement) this.goTo(held, true);
  }

  /** The map selected somebody: their row is marked and brought into sight. */
  select(i: number): void {
    this.selected = i;
    if (this.root.open) this.goTo(i, false);
  }

  private fill(to = -1): void {
    const { scene } = this;
    if (!scene) return;
    this.stale = false;
    this.columns = columnsOf(scene);
    this.rows = sorted(scene, shownRows(scene, this.text.value), this.columns, this.order);
    this.page = Math.min(this.page, pagesOf(this.rows) - 1);
    this.write();
    if (to >= 0) this.goTo(to, false);
  }

  private turn(by: number): void {
    this.page = Math.max(0, Math.min(pagesOf(this.rows) - 1, this.page + by));
    this.write();
    this.scroll.scrollTop = 0;
  }

  private sort(key: string, numeric: boolean): void {
    const again = this.order.key === key;
    this.order = { key, descending: again ? !this.order.descending : numeric };
    this.page = 0;
    this.fill();
    this.table.querySelector<HTMLElement>(`th[data-column="${CSS.escape(key)}"] button`)?.focus({ preventScroll: true });
  }

  /** Their row, on whatever page it is; who is left out has none. */
  private goTo(i: number, focused: boolean): void {
    if (this.stale) this.fill();
    const at = this.rows.indexOf(i);
    const page = Math.floor(at / PAGE);
    if (at >= 0 && page !== this.page) {
      this.page = page;
      this.write();
    }
    for (const row of this.table.tBodies[0]?.rows ?? []) {
      if (Number(row.dataset.of) === this.selected) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    }
    const row = this.rowOf(i);
    if (!row) return;
    this.enter(i);
    // Only the rows move, never the page around them.
    const head = this.table.tHead?.offsetHeight ?? 0;
    const { scroll } = this;
    if (row.offsetTop - head < scroll.scrollTop) scroll.scrollTop = row.offsetTop - head;
    else if (row.offsetTop + row.offsetHeight > scroll.scrollTop + scroll.clientHeight) {
      scroll.scrollTop = row.offsetTop + row.offsetHeight - scroll.clientHeight;
    }
    if (focused) row.querySelector<HTMLElement>("th button")?.focus({ preventScroll: true });
  }

  private rowOf(i: number): HTMLTableRowElement | null {
    return i < 0 ? null : this.table.querySelector(`tr[data-of="${i}"]`);
  }

  private write(): void {
    const from = this.page * PAGE;
    const shown = this.rows.slice(from, from + PAGE);
    const whole = this.scene?.count ?? 0;
    this.said.textContent = this.rows.length ? WORDS.rows(from + 1, from + shown.length, this.rows.length, whole) : WORDS.noRows;
    this.pages.hidden = this.rows.length <= PAGE;
    this.before.disabled = this.page === 0;
    this.after.disabled = from + PAGE >= this.rows.length;
    const body = element("tbody");
    for (const i of shown) body.append(this.row(i));
    this.table.replaceChildren(element("caption", {}, WORDS.twinCaption), this.head(), body);
    this.current = -1;
    this.enter(shown.includes(this.selected) ? this.selected : (shown[0] ?? -1));
  }

  private head(): HTMLElement {
    const row = element("tr");
    for (const { key, label, numeric } of this.columns) {
      const sort = this.order.key === key ? (this.order.descending ? "descending" : "ascending") : "none";
      const arrow = element("span", { class: "arrow", "aria-hidden": "true" });
      const press = element("button", { type: "button" }, label, arrow);
      press.addEventListener("click", () => this.sort(key, numeric));
      row.append(element("th", { scope: "col", "aria-sort": sort, "data-column": key, class: numeric ? "number" : "" }, press));
    }
    row.append(element("th", { scope: "col" }, WORDS.neighbours));
    return element("thead", {}, row);
  }

  private row(i: number): HTMLTableRowElement {
    const row = element("tr", { "data-of": i });
    if (i === this.selected) row.setAttribute("aria-current", "true");
    this.columns.forEach(({ key, numeric, says }) => {
      if (key !== "name") return row.append(element("td", { class: numeric ? "number" : "" }, says(i)));
      const press = element("button", { type: "button", tabindex: -1 }, says(i));
      press.addEventListener("click", () => this.choose(i));
      return row.append(element("th", { scope: "row" }, press));
    });
    row.append(this.neighbours(i));
    return row;
  }

  private neighbours(i: number): HTMLElement {
    const cell = element("td", { class: "with" });
    const others = this.scene ? neighboursOf(this.scene, i) : [];
    const show = (some: number[]): HTMLButtonElement[] =>
      some.map((other) => {
        const press = element("button", { type: "button", tabindex: -1 }, this.columns[0]?.says(other) ?? "");
        press.addEventListener("click", () => this.follow(other));
        cell.append(press);
        return press;
      });
    show(others.length > NEIGHBOURS + 1 ? others.slice(0, NEIGHBOURS) : others);
    if (others.length > NEIGHBOURS + 1) {
      const more = element("button", { type: "button", tabindex: -1, class: "more" }, WORDS.more(others.length - NEIGHBOURS));
      more.addEventListener("click", () => {
        more.remove();
        const [first] = show(others.slice(NEIGHBOURS));
        this.enter(i, true);
        first?.focus();
      });
      cell.append(more);
    }
    if (!others.length) cell.append(WORDS.noneShown);
    return cell;
  }

  /** To the row of a neighbour; a text that leaves it out gives way. */
  private follow(i: number): void {
    if (!this.rows.includes(i)) {
      this.text.value = "";
      this.fill();
    }
    this.goTo(i, true);
  }

  private hold(target: EventTarget | null): void {
    const row = (target as Element | null)?.closest<HTMLElement>("tbody tr");
    if (row) this.enter(Number(row.dataset.of));
  }

  /** One row at a time can be reached by Tab: the arrow keys lead to the others. */
  private enter(i: number, anew = false): void {
    if (i === this.current && !anew) return;
    const reach = (of: number, tabindex: number): void => {
      for (const press of this.rowOf(of)?.querySelectorAll("button") ?? []) press.tabIndex = tabindex;
    };
    reach(this.current, -1);
    this.current = i;
    reach(i, 0);
  }

  private key(event: KeyboardEvent): void {
    const row = (event.target as Element).closest<HTMLTableRowElement>("tbody tr");
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = [...(this.table.tBodies[0]?.rows ?? [])];
    const at = rows.indexOf(row);
    const presses = [...row.querySelectorAll("button")];
    const beside = presses.indexOf(event.target as HTMLButtonElement);
    const first = (to: HTMLTableRowElement | undefined): HTMLElement | null => to?.querySelector("th button") ?? null;
    const leads: Record<string, () => HTMLElement | null | undefined> = {
      ArrowDown: () => first(rows[at + 1]),
      ArrowUp: () => first(rows[at - 1]),
      Home: () => first(rows[0]),
      End: () => first(rows.at(-1)),
      ArrowRight: () => presses[beside + 1],
      ArrowLeft: () => presses[beside - 1],
    };
    const lead = leads[event.key];
    if (!lead) return;
    event.preventDefault();
    const to = lead();
    const goal = to?.closest<HTMLElement>("tr");
    if (goal) this.goTo(Number(goal.dataset.of), false);
    to?.focus({ preventScroll: goal !== row });
  }
}
