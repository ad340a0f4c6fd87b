// Numbers every gesture and keeps it until Python says that it was handled, so that none is lost.

export interface Gesture {
  type: "click" | "deselect" | "move" | "open" | "walk" | "edit";
  id?: string;
  x?: number;
  y?: number;
}

export type Numbered = Gesture & { n: number };

export class GestureQueue {
  private waiting: Numbered[] = [];
  private last = 0;
  private send: (waiting: Numbered[]) => void = () => undefined;

  /** Where gestures go; each run of the component brings its own way back to Python. */
  connect(send: (waiting: Numbered[]) => void, ack: number): void {
    this.send = send;
    this.last = Math.max(this.last, ack);
    this.waiting = this.waiting.filter((gesture) => gesture.n > ack);
  }

  /** All unhandled gestures go together: two messages in one tick would lose the first. */
  push(gesture: Gesture): void {
    this.last += 1;
    this.waiting.push({ ...gesture, n: this.last });
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
