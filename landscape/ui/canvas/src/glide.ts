// Moves everybody from where they stood to where they belong in another arrangement, so that eyes can follow.
import type Sigma from "sigma";
import type { Scene } from "./scene";

const TAKES = 700;
/** Above so many stakeholders the way is too slow to follow: they are there at once. */
const MANY = 6000;

/** The way to another arrangement. */
export interface Glide {
  /** How far they are: 0 where they stood, 1 where they belong. */
  arrived: () => number;
  /** Ends the way early, with everybody in place. */
  stop: () => void;
}

export const STILL: Glide = { arrived: () => 1, stop: () => undefined };

/** Slow, then fast, then slow. */
export function eased(t: number): number {
  return t < 0.5 ? 4 * t * t * t : 1 - (-2 * t + 2) ** 3 / 2;
}

/** `stood` is in pixels of the screen; `done` is called when all have arrived. */
export function glide(sigma: Sigma, scene: Scene, stood: { x: Float32Array; y: Float32Array }, done: () => void): Glide {
  const { x, y } = scene.columns;
  if (matchMedia("(prefers-reduced-motion: reduce)").matches || scene.count > MANY) {
    scene.standAt(x, y);
    done();
    return STILL;
  }
  const from = { x: new Float32Array(x.length), y: new Float32Array(x.length) };
  // Sigma learns of a camera at the next frame only; here it has to count at once.
  const cameraState = sigma.getCamera().getState();
  const at = { x: 0, y: 0 };
  for (let i = 0; i < x.length; i++) {
    [at.x, at.y] = [stood.x[i] ?? NaN, stood.y[i] ?? NaN];
    // Who had no place before appears where they belong.
    if (Number.isNaN(at.x)) [from.x[i], from.y[i]] = [x[i] ?? 0, y[i] ?? 0];
    else {
      const place = sigma.viewportToGraph(at, { cameraState });
      [from.x[i], from.y[i]] = [place.x, -place.y];
    }
  }
  const nowX = new Float32Array(x.length);
  const nowY = new Float32Array(x.length);
  const began = performance.now();
  let frame = 0;
  let way = 0;
  const step = (): void => {
    const t = Math.min(1, (performance.now() - began) / TAKES);
    way = eased(t);
    for (let i = 0; i < x.length; i++) {
      nowX[i] = (from.x[i] ?? 0) + ((x[i] ?? 0) - (from.x[i] ?? 0)) * way;
      nowY[i] = (from.y[i] ?? 0) + ((y[i] ?? 0) - (from.y[i] ?? 0)) * way;
    }
    if (t < 1) {
      scene.standAt(nowX, nowY);
      frame = requestAnimationFrame(step);
      return;
    }
    // The columns themselves, so that a hand that moves one is followed.
    scene.standAt(x, y);
    done();
  };
  step();
  return {
    arrived: () => way,
    stop: () => {
      cancelAnimationFrame(frame);
      if (way < 1) scene.standAt(x, y);
      way = 1;
    },
  };
}
