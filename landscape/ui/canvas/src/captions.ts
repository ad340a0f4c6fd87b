// Says in words what the map shows, and keeps that in step with it: legend, search, filters, summary.
import { element } from "./elements";
import { Legends } from "./legend";
import type { LandscapeMap } from "./map";
import { filterHere, isAlone } from "./out_alone";
import { Presentation } from "./present";
import { buildSearch } from "./search";
import { shortly, summaryOf } from "./summary";
import { Twin } from "./table";
import { WORDS } from "./words";

/** A map that is lower than this is for a glance: its table is where the whole map is. */
const LOW = 500;
const FORCED = "(forced-colors: active)";

export class Captions {
  private readonly legends: Legends;
  private readonly presentation: Presentation;
  private readonly told = element("p", { class: "told", id: "told" });
  private readonly twin: Twin | null;
  private readonly forced = matchMedia(FORCED);
  private readonly stop = new AbortController();
  private before = "";

  constructor(private readonly map: LandscapeMap) {
    const { frame, head } = map;
    this.legends = new Legends(frame.legend, {
      filter: (field, key) => (isAlone(map.head) ? filterHere(map, field, key) : map.queue.push({ type: "filter", field, key })),
      light: (lit) => map.light(lit),
    });
    this.presentation = new Presentation(map);
    buildSearch(frame.search, () => map.scene, {
      person: (i) => map.choose(i, { centred: true }),
      group: (group) => this.visit(group),
    });
    frame.root.append(this.told);
    frame.stage.setAttribute("aria-describedby", "told");
    this.twin = head.height < LOW ? null : new Twin((i) => map.choose(i, { centred: true, open: false }));
    if (this.twin) frame.root.after(this.twin.root);
    this.forced.addEventListener("change", () => map.update(map.head, map.whole), { signal: this.stop.signal });
  }

  /** Who there is, where they stand or how they look is another. */
  draw(wide: boolean): void {
    const { scene, ink, frame } = this.map;
    this.note([...scene.looks.words, ...(scene.columns.absent ? [scene.columns.absent] : [])]);
    frame.root.style.setProperty("--height", `${this.map.head.height}px`);
    frame.root.classList.toggle("wide", wide);
    // Beside the search there is room for the notes: the legend stays where it is while one filters.
    const above = frame.search.offsetHeight + (wide ? 0 : frame.notes.offsetHeight);
    frame.root.style.setProperty("--search", `${above}px`);
    this.legends.draw(scene, ink.dark, wide);
    this.twin?.draw(scene);
    const summary = summaryOf(scene);
    if (summary === this.before) return;
    this.told.textContent = summary;
    if (this.before) frame.spoken.textContent = shortly(scene);
    this.before = summary;
  }

  /** Another run of the page, whatever it brings. */
  follow(): void {
    this.presentation.follow();
  }

  select(i: number): void {
    const { scene, frame } = this.map;
    const { labels, relationships } = scene.columns;
    const group = scene.group(i)?.label ?? WORDS.ungrouped;
    frame.spoken.textContent = i < 0 ? WORDS.unselected : WORDS.selected(labels[i] ?? "", group, relationships[i] ?? 0);
    this.twin?.select(i);
  }

  /** Bring out a whole group, and look at it. */
  private visit(group: number): void {
    const { map } = this;
    const { x, y, group: groups } = map.scene.columns;
    const members = new Set([...groups.keys()].filter((i) => groups[i] === group && map.scene.visible(i)));
    const middle = (places: Float32Array): number => [...members].reduce((sum, i) => sum + (places[i] ?? 0), 0) / members.size;
    map.letGo();
    map.light(members);
    if (members.size) map.viewport.centre(map.sigma.graphToViewport({ x: middle(x), y: -middle(y) }), 0);
    map.frame.spoken.textContent = WORDS.withShown(map.scene.columns.groups[group]?.label ?? "", members.size, map.scene.columns.groups[group]?.count ?? 0);
  }

  dispose(): void {
    this.stop.abort();
    this.presentation.dispose();
    this.twin?.root.remove();
  }

  private note(sentences: string[]): void {
    const { notes } = this.map.frame;
    notes.hidden = sentences.length === 0;
    notes.replaceChildren(...sentences.map((sentence) => element("li", {}, sentence)));
  }
}
