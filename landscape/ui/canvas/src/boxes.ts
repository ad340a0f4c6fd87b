// Boxes on the screen and a grid that tells which of them touch.

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

export function inside(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.w <= frame.x + frame.w &&
    box.y + box.h <= frame.y + frame.h
  );
}

const CELL = 64;

export class BoxGrid {
  private cells = new Map<number, Box[]>();

  add(box: Box): void {
    this.each(box, (key) => {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    });
  }

  touches(box: Box): boolean {
    return this.count(box, 1) > 0;
  }

  /** How many boxes touch this one; counting stops at `enough`. A box in two cells may count twice. */
  count(box: Box, enough = Infinity): number {
    let found = 0;
    this.each(box, (key) => {
      if (found >= enough) return;
      for (const other of this.cells.get(key) ?? []) if (overlap(box, other)) found += 1;
    });
    return found;
  }

  private each(box: Box, visit: (key: number) => void): void {
    const right = Math.floor((box.x + box.w) / CELL);
    const bottom = Math.floor((box.y + box.h) / CELL);
    for (let column = Math.floor(box.x / CELL); column <= right; column++) {
      for (let row = Math.floor(box.y / CELL); row <= bottom; row++) visit(column * 100003 + row);
    }
  }
}
