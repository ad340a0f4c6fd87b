// Keeps whom hands have picked, several at a time, and tells whom a line drawn around them holds.

export class Picks {
  private ids = new Set<string>();

  get size(): number {
    return this.ids.size;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  list(): string[] {
    return [...this.ids];
  }

  /** Returns whether that one is picked afterwards. */
  toggle(id: string): boolean {
    if (this.ids.delete(id)) return false;
    this.ids.add(id);
    return true;
  }

  add(ids: Iterable<string>): void {
    for (const id of ids) this.ids.add(id);
  }

  /** Returns whether there was anybody to let go of. */
  clear(): boolean {
    const some = this.ids.size > 0;
    this.ids.clear();
    return some;
  }

  /** Lets go of those that are no longer there. Returns whether there were any. */
  prune(stays: (id: string) => boolean): boolean {
    const before = this.ids.size;
    for (const id of this.ids) if (!stays(id)) this.ids.delete(id);
    return this.ids.size < before;
  }
}

export interface Spot {
  x: number;
  y: number;
}

/** Who stands within an outline, which closes itself; those without a place stand nowhere. */
export function enclosed(x: ArrayLike<number>, y: ArrayLike<number>, outline: readonly Spot[], counts: (i: number) => boolean): number[] {
  const found: number[] = [];
  for (let i = 0; i < x.length; i++) {
    if (counts(i) && holds(outline, x[i] ?? NaN, y[i] ?? NaN)) found.push(i);
  }
  return found;
}

/** Whether a ray to the right crosses the outline an odd number of times. */
function holds(outline: readonly Spot[], x: number, y: number): boolean {
  let within = false;
  let last = outline[outline.length - 1];
  for (const spot of outline) {
    if (last && spot.y > y !== last.y > y) {
      const crossing = spot.x + ((y - spot.y) / (last.y - spot.y)) * (last.x - spot.x);
      if (x < crossing) within = !within;
    }
    last = spot;
  }
  return within;
}

/** Who is nearest to a place of the screen, rim included, but no further than `within`; -1 is nobody. */
export function nearby(x: ArrayLike<number>, y: ArrayLike<number>, radius: (i: number) => number, at: Spot, within: number, counts: (i: number) => boolean): number {
  let best = -1;
  let least = within;
  for (let i = 0; i < x.length; i++) {
    const beyond = Math.hypot((x[i] ?? NaN) - at.x, (y[i] ?? NaN) - at.y) - radius(i);
    if (beyond <= least && counts(i)) [best, least] = [i, beyond];
  }
  return best;
}
