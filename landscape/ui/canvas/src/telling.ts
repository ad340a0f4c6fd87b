// Tells what hands are doing: aloud, and in a line at the foot of the map while something is begun.
import { button, element } from "./elements";
import { HAND_WORDS } from "./hand_words";
import type { LandscapeMap } from "./map";

const LONGEST = 80;

export class Telling {
  private readonly text = element("span");
  private readonly line = element("div", { class: "hint", hidden: true });

  constructor(
    private readonly map: LandscapeMap,
    stop: () => void,
  ) {
    this.line.append(this.text, button(HAND_WORDS.stop, {}, stop));
    map.frame.root.append(this.line);
  }

  /** What to do next; nothing once there is nothing to do. */
  hint(text: string, { quiet = false } = {}): void {
    this.text.textContent = text;
    this.line.hidden = !text;
    if (text && !quiet) this.say(text);
  }

  say(text: string): void {
    this.map.frame.spoken.textContent = text;
  }

  /** The name of one, or how many there are. */
  called(members: readonly number[]): string {
    const [one = -1] = members;
    return members.length === 1 ? shortened(this.map.scene.columns.labels[one] ?? "") : HAND_WORDS.people(members.length);
  }
}

/** Of an endless name, the beginning says who it is. */
function shortened(name: string): string {
  const letters = [...name];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join("")}…` : name;
}
