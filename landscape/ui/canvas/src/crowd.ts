// Tells how much of the marks a box on the screen would hide; made to be filled anew at every frame.
import type { Box } from "./boxes";

const CELL = 48;

/** A small mark under a name is still understood, a large one is not. */
export function coverWeight(radius: number): number {
  return radius > 8 ? 3 : 1;
}

export class Crowd {
  private across = 1;
  private starts = new Int32Array(0);
  private held = new Int32Array(0);
  private x: Float32Array = new Float32Array(0);
  private y: Float32Array = new Float32Array(0);
  private r: Float32Array = new Float32Array(0);
  private largest = 0;
  private down = 1;

  /** The first `count` of `who`, all of them on a screen of this size; `x`, `y` and `r` are by stakeholder. */
  fill(who: Int32Array, count: number, x: Float32Array, y: Float32Array, r: Float32Array, width: number, height: number): void {
    [this.x, this.y, this.r] = [x, y, r];
    this.across = Math.ceil(width / CELL) + 1;
    this.down = Math.ceil(height / CELL) + 1;
    const cells = this.across * this.down;
    if (this.starts.length < cells + 1) this.starts = new Int32Array(cells + 1);
    if (this.held.length < count) this.held = new Int32Array(who.length);
    const { starts, held } = this;
    starts.fill(0);
    this.largest = 0;
    for (let k = 0; k < count; k++) {
      const i = who[k] ?? 0;
      const cell = this.cell(x[i] ?? 0, y[i] ?? 0);
      starts[cell] = (starts[cell] ?? 0) + 1;
      this.largest = Math.max(this.largest, r[i] ?? 0);
    }
    let sum = 0;
    for (let cell = 0; cell <= cells; cell++) {
      sum += starts[cell] ?? 0;
      starts[cell] = sum;
    }
    for (let k = count - 1; k >= 0; k--) {
      const i = who[k] ?? 0;
      const cell = this.cell(x[i] ?? 0, y[i] ?? 0);
      const at = (starts[cell] ?? 0) - 1;
      starts[cell] = at;
      held[at] = i;
    }
  }

  /** The weight of the marks that the box touches; counting stops at `enough`. */
  count(box: Box, enough = Infinity): number {
    const { x, y, r, starts, held, largest } = this;
    let found = 0;
    const left = Math.max(0, Math.floor((box.x - largest) / CELL));
    const right = Math.min(this.across - 1, Math.floor((box.x + box.w + largest) / CELL));
    const top = Math.max(0, Math.floor((box.y - largest) / CELL));
    const bottom = Math.min(this.down - 1, Math.floor((box.y + box.h + largest) / CELL));
    for (let row = top; row <= bottom; row++) {
      const from = starts[row * this.across + left] ?? 0;
      const to = starts[row * this.across + right + 1] ?? 0;
      for (let k = from; k < to; k++) {
        const i = held[k] ?? 0;
        const [cx, cy, radius] = [x[i] ?? 0, y[i] ?? 0, r[i] ?? 0];
        if (cx + radius <= box.x || cx - radius >= box.x + box.w || cy + radius <= box.y || cy - radius >= box.y + box.h) continue;
        found += coverWeight(radius);
        if (found >= enough) return found;
      }
    }
    return found;
  }

  private cell(x: number, y: number): number {
    return Math.floor(y / CELL) * this.across + Math.floor(x / CELL);
  }
}

const FINE = 8;

/** The same for so many marks that each is small: how many stand in a box, told at once for any box. */
export class Density {
  private across = 1;
  private down = 1;
  /** For each cell, how many stand in it and in all that lie above and to the left. */
  private sums = new Int32Array(0);

  fill(who: Int32Array, count: number, x: Float32Array, y: Float32Array, width: number, height: number): void {
    this.across = Math.ceil(width / FINE) + 2;
    this.down = Math.ceil(height / FINE) + 2;
    const { across, down } = this;
    if (this.sums.length < across * down) this.sums = new Int32Array(across * down);
    const { sums } = this;
    sums.fill(0);
    for (let k = 0; k < count; k++) {
      const i = who[k] ?? 0;
      const cell = (Math.floor((y[i] ?? 0) / FINE) + 1) * across + Math.floor((x[i] ?? 0) / FINE) + 1;
      sums[cell] = (sums[cell] ?? 0) + 1;
    }
    for (let row = 1; row < down; row++) {
      let line = 0;
      for (let at = row * across; at < (row + 1) * across; at++) {
        line += sums[at] ?? 0;
        sums[at] = line + (sums[at - across] ?? 0);
      }
    }
  }

  count(box: Box): number {
    const left = this.column(box.x / FINE);
    const right = this.column((box.x + box.w) / FINE + 1);
    const top = this.row(box.y / FINE);
    const bottom = this.row((box.y + box.h) / FINE + 1);
    return this.at(right, bottom) - this.at(left, bottom) - this.at(right, top) + this.at(left, top);
  }

  private column(at: number): number {
    return Math.max(0, Math.min(this.across - 1, Math.floor(at)));
  }

  private row(at: number): number {
    return Math.max(0, Math.min(this.down - 1, Math.floor(at)));
  }

  private at(column: number, row: number): number {
    return this.sums[row * this.across + column] ?? 0;
  }
}
