// Steps through the saved views, and shows them to a room: full screen, with large words.
import type { Head } from "./columns";
import { button, element, icon } from "./elements";
import type { LandscapeMap } from "./map";
import { WORDS } from "./words";

/** So much larger are marks and names for those at the back of a room. */
const LARGE = 1.45;
const NEXT = new Set(["ArrowRight", "PageDown", " "]);
const BACK = new Set(["ArrowLeft", "PageUp"]);

export class Presentation {
  private on = false;
  /** Whether the browser gave the whole screen. */
  private full = false;
  /** What the page last said of presenting. */
  private heard = false;
  private at = -1;
  private readonly strip: HTMLElement;
  private readonly caption: HTMLElement;
  private readonly stop = new AbortController();

  constructor(private readonly map: LandscapeMap) {
    const { signal } = this.stop;
    const { root, views, caption } = map.frame;
    [this.strip, this.caption] = [views, caption];
    root.addEventListener("keydown", (event) => this.key(event), { capture: true, signal });
    root.addEventListener("focusout", (event) => this.keep(event), { signal });
    document.addEventListener("fullscreenchange", () => this.left(), { signal });
  }

  /** What the page says of views and presenting, unless it has yet to hear of a press here. */
  follow(): void {
    const { head, queue } = this.map;
    if (!queue.awaits("step")) this.at = head.views.findIndex(([id]) => id === head.at);
    if (!queue.awaits("present") && head.present !== this.heard) {
      this.heard = head.present;
      if (head.present !== this.on) this.turn(head.present);
    }
    this.draw();
  }

  dispose(): void {
    this.stop.abort();
    if (this.on) this.small();
  }

  private get views(): Head["views"] {
    return this.map.head.views;
  }

  private draw(): void {
    const { views, at, on } = this;
    const held = this.focused();
    this.strip.hidden = on || views.length === 0;
    this.caption.hidden = !on;
    const back = (): HTMLElement => press(WORDS.back, "back", at <= 0, () => this.step(-1), "M10 3.5l-4.5 4.5l4.5 4.5");
    const next = (): HTMLElement => press(WORDS.next, "next", at >= views.length - 1, () => this.step(1), "M6 3.5l4.5 4.5l-4.5 4.5");
    const [, name = "", sentence = ""] = views[at] ?? [];
    if (on) {
      const end = button(WORDS.endPresenting, { "data-press": "end" }, () => this.end());
      const whole = button(WORDS.fullScreen, { "data-press": "whole" }, () => void this.fill());
      const full = this.map.frame.root.matches(":fullscreen") || !document.fullscreenEnabled;
      this.caption.replaceChildren(
        element("div", { class: "said", "aria-live": "polite" }, element("h2", {}, name || WORDS.noView), element("p", {}, sentence)),
        element("div", { class: "steps" }, back(), element("span", { class: "position" }, this.position()), next(), ...(full ? [] : [whole]), end),
      );
    } else {
      const start = button(WORDS.present, { "data-press": "present", class: "present" }, () => this.start());
      this.strip.replaceChildren(
        back(),
        element("span", { class: "name", title: sentence }, name || WORDS.countOfViews(views.length)),
        element("span", { class: "position" }, this.position()),
        next(),
        start,
      );
    }
    if (held) (on ? this.caption : this.strip).querySelector<HTMLElement>(`[data-press="${held}"]`)?.focus({ preventScroll: true });
    this.map.frame.root.style.setProperty("--caption", `${this.caption.offsetHeight}px`);
  }

  private position(): string {
    return this.at < 0 ? "" : WORDS.position(this.at + 1, this.views.length);
  }

  private focused(): string | null {
    const held = (this.strip.getRootNode() as ShadowRoot | Document).activeElement;
    const here = held && (this.strip.contains(held) || this.caption.contains(held));
    return here ? held.getAttribute("data-press") : null;
  }

  private step(by: number): void {
    this.show(Math.max(0, Math.min(this.views.length - 1, this.at + by)));
  }

  private show(at: number): void {
    const view = this.views[at];
    if (!view || at === this.at) return;
    this.at = at;
    this.map.queue.push({ type: "step", id: view[0] });
    this.draw();
  }

  private start(): void {
    this.heard = true;
    this.map.queue.push({ type: "present", on: true });
    this.turn(true);
    if (this.at < 0) this.show(0);
  }

  private end(): void {
    this.heard = false;
    this.map.queue.push({ type: "present", on: false });
    this.turn(false);
  }

  private turn(on: boolean): void {
    this.on = on;
    const { root, panel, stage } = this.map.frame;
    root.classList.toggle("presenting", on);
    this.map.enlarge(on ? LARGE : 1);
    if (on) {
      panel.hidden = true;
      void this.fill();
    } else this.small();
    this.draw();
    if (on) this.caption.querySelector<HTMLElement>("[data-press=next]:not([aria-disabled=true]), [data-press=end]")?.focus({ preventScroll: true });
    else stage.focus({ preventScroll: true });
  }

  /** The whole screen where a press allows it, else the whole window. */
  private async fill(): Promise<void> {
    const { root } = this.map.frame;
    cover(root, false);
    try {
      await root.requestFullscreen();
    } catch {
      // Browsers refuse it to a page that nobody has pressed anything on, and some refuse it at all.
      if (this.on) cover(root, true);
    }
    this.draw();
  }

  private small(): void {
    const { root } = this.map.frame;
    cover(root, false);
    if (root.matches(":fullscreen")) void document.exitFullscreen();
  }

  /** The browser's own key out of the full screen ends the presentation as well. */
  private left(): void {
    const { root } = this.map.frame;
    if (root.matches(":fullscreen")) this.full = true;
    else if (this.full) {
      this.full = false;
      if (this.on) this.end();
    }
  }

  private key(event: KeyboardEvent): void {
    if (!this.on || event.ctrlKey || event.metaKey || event.altKey) return;
    const pressed = (event.target as Element).closest("button, summary, input") !== null;
    if (event.key === "Escape") this.end();
    else if (event.key === " " && pressed) return;
    else if (NEXT.has(event.key)) this.step(1);
    else if (BACK.has(event.key)) this.step(-1);
    else if (event.key === "Home") this.show(0);
    else if (event.key === "End") this.show(this.views.length - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** While presenting, the Tab key goes round what can be seen. */
  private keep({ relatedTarget }: FocusEvent): void {
    const { root, stage } = this.map.frame;
    if (this.on && relatedTarget && !root.contains(relatedTarget as Node)) stage.focus({ preventScroll: true });
  }
}

/** Above everything else in the window, whatever lies around it. */
function cover(root: HTMLElement, on: boolean): void {
  // A browser without popovers has the styles of the class alone.
  if (typeof root.showPopover !== "function" || root.matches(":popover-open") === on) return;
  if (on) {
    root.popover = "manual";
    root.showPopover();
  } else {
    root.hidePopover();
    root.removeAttribute("popover");
  }
}

/** A button that stays reachable, and keeps the focus, when there is no further view. */
function press(label: string, name: string, off: boolean, act: () => void, path: string): HTMLElement {
  return button(label, { "data-press": name, "aria-disabled": String(off) }, () => off || act(), icon(path));
}
