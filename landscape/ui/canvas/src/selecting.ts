// Who is selected or pointed at, and what is shown of them: the panel, the card, and where they stand.
import { showCard } from "./card";
import { beyond } from "./looking";
import type { LandscapeMap } from "./map";
import { isAlone } from "./out_alone";
import { drawPanel } from "./panel";
import type { Spot } from "./picks";

export class Selecting {
  private byPage: string | null = null;

  constructor(private readonly map: LandscapeMap) {}

  /** The page's own selection counts once the page has heard what was selected here. */
  follow(): void {
    const { head, queue, scene, focus } = this.map;
    const { selected } = head;
    if (selected === this.byPage || queue.awaits("click", "deselect")) return;
    this.byPage = selected;
    const i = selected === null ? -1 : (scene.index.get(selected) ?? -1);
    if (i !== focus.selected) this.focusOn(i, true);
  }

  /** Select from the map: the page hears of it, and the panel opens unless told otherwise. */
  choose(i: number, { centred = false, open = true } = {}): void {
    const { map } = this;
    const id = map.idOf(i);
    if (id === null) return;
    // Found by name, somebody may be the other end of a connection.
    if (open && map.hands.mode === "connect") return map.hands.join(i);
    map.focus.lit = null;
    if (i !== map.focus.selected) {
      this.byPage = id;
      map.queue.push({ type: "click", id });
    }
    this.focusOn(i, open);
    if (centred) map.viewport.centre(this.onScreen(i), this.covered());
    else this.reveal(i);
  }

  letGo(): void {
    const { map } = this;
    map.light(null);
    if (map.focus.selected < 0) return;
    this.byPage = null;
    map.queue.push({ type: "deselect" });
    this.focusOn(-1, false);
  }

  private focusOn(i: number, open: boolean): void {
    const { map } = this;
    map.frame.card.hidden = true;
    map.gaps.close();
    map.focus.selected = i;
    if (i >= 0) {
      map.hands.cursor = i;
      map.hands.picks.clear();
    }
    map.captions.select(i);
    if (open || !map.frame.panel.hidden) this.showPanel();
    map.sigma.scheduleRender();
  }

  /** Who is selected stands beside the panel, not under it, and not at the edge. */
  reveal(i: number): void {
    const { right, down } = beyond(this.onScreen(i), this.map.sigma.getDimensions(), this.covered());
    if (right || down) this.map.viewport.shift(right, down);
  }

  /** How much of the right the panel and the controls beside it cover. */
  private covered(): number {
    const { panel, controls } = this.map.frame;
    const { width } = this.map.sigma.getDimensions();
    const beside = controls.offsetWidth;
    return panel.hidden || panel.offsetWidth > width / 2 ? beside : panel.offsetWidth + beside;
  }

  private onScreen(i: number): Spot {
    const { x, y } = this.map.scene.columns;
    return this.map.sigma.graphToViewport({ x: x[i] ?? 0, y: -(y[i] ?? 0) });
  }

  showPanel(focused = false): void {
    const { map } = this;
    const { panel, root } = map.frame;
    const { hands, focus } = map;
    const held = panel.contains((root.getRootNode() as ShadowRoot | Document).activeElement);
    panel.hidden = focus.selected < 0 && !hands.picks.size;
    panel.classList.toggle("many", hands.picks.size > 0);
    if (hands.picks.size) hands.drawPanel(panel);
    else if (focus.selected >= 0) this.drawOne(panel, focus.selected);
    panel.scrollTop = 0;
    if (panel.hidden && held) map.frame.stage.focus({ preventScroll: true });
    else if (focused || held) panel.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
    map.sigma.scheduleRender();
  }

  private drawOne(panel: HTMLElement, i: number): void {
    const { map } = this;
    const { hands } = map;
    const id = map.idOf(i) ?? "";
    drawPanel(panel, map.scene, i, map.ink.dark, {
      select: (other) => this.choose(other, { centred: true }),
      walk: isAlone(map.head) ? null : () => map.queue.push({ type: "walk", id }),
      edit: () => map.queue.push({ type: "edit", id }),
      close: () => this.closePanel(),
      hands: hands.able
        ? { act: (type) => hands.act(type), connect: () => hands.begin("connect"), pick: () => hands.pick(i) }
        : null,
    });
  }

  closePanel(): void {
    this.map.frame.panel.hidden = true;
    this.map.frame.stage.focus({ preventScroll: true });
    this.map.sigma.scheduleRender();
  }

  hover(i: number): void {
    const { focus, frame, scene, sigma } = this.map;
    focus.hovered = i;
    frame.stage.style.cursor = i < 0 ? "" : "pointer";
    frame.card.hidden = true;
    const read = i === focus.selected && !frame.panel.hidden;
    if (i >= 0 && !read) showCard(frame.card, scene, i, this.onScreen(i), sigma.getDimensions());
    sigma.scheduleRender();
  }
}
