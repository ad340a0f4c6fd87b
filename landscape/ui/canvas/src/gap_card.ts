// The card of a silence between two regions: which it is, and who could open the door.
import { button, element, icon } from "./elements";
import { HAND_WORDS } from "./hand_words";
import type { LandscapeMap } from "./map";
import { WORDS } from "./words";

export class GapCard {
  readonly root = element("section", { class: "card gap", role: "dialog", hidden: true, tabindex: -1 });
  private shown = -1;

  constructor(private readonly map: LandscapeMap) {
    map.frame.card.after(this.root);
    this.root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      this.close();
      event.stopPropagation();
    });
  }

  /** The pointer is on this gap, or on none. */
  touch(gap: number): void {
    if (this.map.painter.touched === gap) return;
    this.map.frame.stage.style.cursor = gap < 0 ? "" : "pointer";
    this.map.touchGap(gap);
  }

  /** The gap after the one shown; the first after the last. */
  next(): boolean {
    const { length } = this.map.scene.columns.gaps;
    for (let k = 1; k <= length; k++) {
      const gap = (this.shown + k) % length;
      if (this.map.gapPlace(gap)) return this.open(gap, true);
    }
    return false;
  }

  open(gap: number, byKey = false): boolean {
    const { scene, frame, sigma } = this.map;
    const found = scene.columns.gaps[gap];
    const at = this.map.gapPlace(gap);
    if (!found || !at) return false;
    const { regions } = scene.columns;
    const heading = [regions[found.source], regions[found.target]].map((region) => region?.label ?? "").join(" – ");
    this.root.setAttribute("aria-label", heading);
    this.root.replaceChildren(
      button(WORDS.close, { class: "close" }, () => this.close(), icon("M4 4l8 8M12 4l-8 8")),
      element("strong", {}, heading),
      element("p", {}, found.told),
      element("h3", {}, HAND_WORDS.gap.opens),
      this.openers(found.opens),
    );
    frame.card.hidden = true;
    this.root.hidden = false;
    this.shown = gap;
    this.touch(gap);
    const { width, height } = sigma.getDimensions();
    const { offsetWidth: w, offsetHeight: h } = this.root;
    const x = Math.max(8, Math.min(at.x - w / 2, width - w - 8));
    const y = at.y + 18 + h > height - 8 ? Math.max(8, at.y - 18 - h) : at.y + 18;
    this.root.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    frame.spoken.textContent = HAND_WORDS.gap.spoken(found.told);
    if (byKey) this.root.focus({ preventScroll: true });
    return true;
  }

  private openers(opens: readonly [id: string, name: string][]): HTMLElement {
    if (!opens.length) return element("p", {}, HAND_WORDS.gap.none);
    const list = element("ul", { class: "neighbours" });
    for (const [id, name] of opens) {
      const i = this.map.scene.index.get(id);
      const known = i === undefined ? element("span", { class: "name" }, name) : button(name, {}, () => this.choose(i));
      list.append(element("li", {}, known));
    }
    return list;
  }

  private choose(i: number): void {
    this.close();
    this.map.choose(i, { centred: true });
  }

  /** Returns whether one was open. */
  close(): boolean {
    if (this.root.hidden) return false;
    const root = this.root.getRootNode() as ShadowRoot | Document;
    const held = this.root.contains(root.activeElement);
    this.root.hidden = true;
    this.touch(-1);
    if (held) this.map.frame.stage.focus({ preventScroll: true });
    return true;
  }
}
