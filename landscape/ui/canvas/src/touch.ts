// What is particular to fingers: how large they are, and that one may rest on a mark.

/** What a finger touches, in pixels. */
export const FINGER = 24;
const LONG = 500;

export function byTouch(event: MouseEvent | TouchEvent): event is TouchEvent {
  return "touches" in event;
}

export function fingers(event: TouchEvent): number {
  return event.touches.length;
}

/** Calls back when a finger has rested long enough. */
export class LongPress {
  private timer = 0;

  constructor(private readonly pressed: (i: number) => void) {}

  begin(i: number): void {
    this.timer = window.setTimeout(() => this.pressed(i), LONG);
  }

  end(): void {
    window.clearTimeout(this.timer);
  }
}
