// Numbers every gesture and keeps it until Python says that it was handled, so that none is lost.
import type { Look } from "./columns";
import type { Waiting } from "./safe";

export interface Gesture {
  type:
    | "click" | "deselect" | "move" | "open" | "walk" | "edit"
    | "add" | "connect" | "remove" | "group" | "pin" | "unpin" | "undo" | "redo"
    | "filter" | "focus" | "gap" | "keep" | "step" | "present";
  id?: string;
  other?: string;
  ids?: string[];
  x?: number;
  y?: number;
  field?: string;
  key?: string;
  source?: number;
  target?: number;
  camera?: Look;
  on?: boolean;
}

export type Numbered = Gesture & { n: number };

export class GestureQueue {
  private waiting: Numbered[] = [];
  private last = 0;
  private send: (waiting: Numbered[]) => void = () => undefined;

  /** `safe` keeps what waits where a reload of the page does not reach it. */
  constructor(private readonly safe: Waiting | null = null) {
    for (const gesture of safe?.take() ?? []) this.waiting.push({ ...gesture, n: ++this.last });
  }

  /**
   * Where gestures go; each run of the component brings its own way back to Python. One that has
   * just come onto the page is told at once of what waits: Python may never have heard of it.
   */
  connect(send: (waiting: Numbered[]) => void, ack: number, { fresh = false } = {}): void {
    this.send = send;
    if (fresh && this.last < ack) {
      // What came over a reload was numbered before Python said how far it had counted.
      this.waiting = this.waiting.map((gesture, i) => ({ ...gesture, n: ack + 1 + i }));
      this.last = ack + this.waiting.length;
    }
    this.last = Math.max(this.last, ack);
    this.waiting = this.waiting.filter((gesture) => gesture.n > ack);
    this.safe?.put(this.waiting);
    if (fresh && this.waiting.length) this.send(this.waiting.slice());
  }

  /** All unhandled gestures go together: two messages in one tick would lose the first. */
  push(...gestures: Gesture[]): void {
    for (const gesture of gestures) this.waiting.push({ ...gesture, n: ++this.last });
    this.safe?.put(this.waiting);
    this.send(this.waiting.slice());
  }

  /** Whether Python has yet to handle a gesture of these types. */
  awaits(...types: Gesture["type"][]): boolean {
    return this.waiting.some((gesture) => types.includes(gesture.type));
  }

  /** Where stakeholders were put that Python has not yet placed. */
  moves(): Map<string, { x: number; y: number }> {
    const moved = new Map<string, { x: number; y: number }>();
    for (const { type, id, x, y } of this.waiting) {
      if (type === "move" && id !== undefined && x !== undefined && y !== undefined) {
        moved.set(id, { x, y });
      }
    }
    return moved;
  }
}
