// Finds the stakeholder that an arrow key leads to.

export type Arrow = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

const DIRECTIONS: Record<Arrow, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const EVERYBODY = (): boolean => true;

export function isArrow(key: string): key is Arrow {
  return key in DIRECTIONS;
}

/** How far right and down an arrow points. */
export function direction(arrow: Arrow): [right: number, down: number] {
  return DIRECTIONS[arrow];
}

/**
 * The nearest place in the direction of the arrow, where going aside counts double; -1 when there
 * is none. Those who do not count are walked past.
 */
export function step(x: Float32Array, y: Float32Array, from: number, arrow: Arrow, counts: (i: number) => boolean = EVERYBODY): number {
  const [right, down] = DIRECTIONS[arrow];
  const hereX = x[from] ?? 0;
  const hereY = y[from] ?? 0;
  let best = -1;
  let least = Infinity;
  for (let i = 0; i < x.length; i++) {
    const dx = (x[i] ?? 0) - hereX;
    const dy = (y[i] ?? 0) - hereY;
    const ahead = dx * right + dy * down;
    if (i === from || ahead <= 0 || !counts(i)) continue;
    const cost = ahead + 2 * Math.abs(dx * down + dy * right);
    if (cost < least) {
      least = cost;
      best = i;
    }
  }
  return best;
}

/** Where walking begins when nobody is selected: the stakeholder nearest to a place. */
export function nearest(x: Float32Array, y: Float32Array, toX: number, toY: number, counts: (i: number) => boolean = EVERYBODY): number {
  let best = -1;
  let least = Infinity;
  for (let i = 0; i < x.length; i++) {
    const distance = Math.hypot((x[i] ?? 0) - toX, (y[i] ?? 0) - toY);
    if (distance < least && counts(i)) {
      least = distance;
      best = i;
    }
  }
  return best;
}
