// The small column of buttons that change the map, above those that move it.
import type { Head } from "./columns";
import { button, icon } from "./elements";
import { HAND_WORDS } from "./hand_words";
import type { Mode } from "./hands";

export interface ToolPresses {
  mode: (mode: Mode) => void;
  undo: () => void;
  redo: () => void;
  keep: () => void;
  help: () => void;
}

const ICONS = {
  add: ["M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z", "M8 5.5v5M5.5 8h5"],
  connect: ["M4 9.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5z", "M12 1.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5z", "M5.8 10.2l4.4-4.4"],
  lasso: ["M8 2c3.6 0 6 1.8 6 4.2s-2.4 4.3-6 4.3s-6-1.9-6-4.3S4.4 2 8 2z", "M5 10c-1.6 1.2-.6 2.4.2 2.6c.9.3.6 1.4-.6 1.9"],
  undo: ["M6 3L2.5 6.5L6 10", "M2.5 6.5h7a4 4 0 0 1 0 8h-2.5"],
  redo: ["M10 3l3.5 3.5L10 10", "M13.5 6.5h-7a4 4 0 0 0 0 8h2.5"],
  keep: ["M4 2.5h8v11l-4-3l-4 3z"],
  help: ["M5.5 5.8a2.5 2.5 0 1 1 3.5 2.3c-.7.4-1 .8-1 1.7", "M8 12.6v.2"],
} as const;

export class Toolbar {
  private readonly modes = new Map<Mode, HTMLButtonElement>();
  private readonly undo: HTMLButtonElement;
  private readonly redo: HTMLButtonElement;
  private readonly changing: HTMLButtonElement[];

  constructor(
    private readonly host: HTMLElement,
    presses: ToolPresses,
  ) {
    const mode = (name: "add" | "connect" | "lasso", key: string): HTMLButtonElement => {
      const made = button(HAND_WORDS[name], { "aria-pressed": "false" }, () => presses.mode(name), icon(...ICONS[name]));
      if (key) made.title = `${HAND_WORDS[name]} (${key})`;
      this.modes.set(name, made);
      return made;
    };
    this.undo = button(HAND_WORDS.nothingToUndo, {}, presses.undo, icon(...ICONS.undo));
    this.redo = button(HAND_WORDS.nothingToRedo, {}, presses.redo, icon(...ICONS.redo));
    this.changing = [
      mode("add", "N"),
      mode("connect", "C"),
      mode("lasso", ""),
      this.undo,
      this.redo,
      button(HAND_WORDS.keep, {}, presses.keep, icon(...ICONS.keep)),
    ];
    const help = button(HAND_WORDS.help, {}, presses.help, icon(...ICONS.help));
    help.title = `${HAND_WORDS.help} (?)`;
    host.append(...this.changing, help);
  }

  follow({ editable, undo, redo }: Head): void {
    this.host.setAttribute("aria-label", editable ? HAND_WORDS.tools : HAND_WORDS.help);
    for (const made of this.changing) made.hidden = !editable;
    name(this.undo, undo === null ? HAND_WORDS.nothingToUndo : HAND_WORDS.undo(undo), undo !== null, "Ctrl Z");
    name(this.redo, redo === null ? HAND_WORDS.nothingToRedo : HAND_WORDS.redo(redo), redo !== null, "Ctrl Shift Z");
  }

  press(mode: Mode): void {
    for (const [name, made] of this.modes) made.setAttribute("aria-pressed", String(name === mode));
  }
}

/** A button that can do nothing keeps the focus it has: it says so instead. */
function name(made: HTMLButtonElement, label: string, able: boolean, key: string): void {
  made.setAttribute("aria-label", label);
  made.title = able ? `${label} (${key})` : label;
  made.setAttribute("aria-disabled", String(!able));
}
