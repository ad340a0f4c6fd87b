// The sheet that lists all keys and gestures in plain words.
import { button, element, icon } from "./elements";
import { HAND_WORDS, HELP } from "./hand_words";
import { WORDS } from "./words";

export class Help {
  readonly root = element("dialog", { class: "help", "aria-label": HAND_WORDS.help });
  private before: Element | null = null;

  constructor() {
    this.root.addEventListener("keydown", (event) => event.stopPropagation());
    this.root.addEventListener("click", (event) => {
      if (event.target === this.root) this.root.close();
    });
    this.root.addEventListener("close", () => this.before instanceof HTMLElement && this.before.focus({ preventScroll: true }));
  }

  open(editable: boolean): void {
    const root = this.root.getRootNode() as ShadowRoot | Document;
    this.before = root.activeElement;
    this.root.replaceChildren(
      button(WORDS.close, { class: "close" }, () => this.root.close(), icon("M4 4l8 8M12 4l-8 8")),
      element("h2", {}, HAND_WORDS.help),
      element(
        "div",
        { class: "sheet" },
        ...(editable ? [rows(HELP.change)] : []),
        rows(HELP.look),
      ),
    );
    this.root.showModal();
  }
}

function rows(told: readonly (readonly string[])[]): HTMLElement {
  const list = element("dl");
  for (const [does = "", ...how] of told) {
    list.append(element("dt", {}, does), element("dd", {}, ...how.flatMap((way, k) => (k ? [element("br"), way] : [way]))));
  }
  return list;
}
