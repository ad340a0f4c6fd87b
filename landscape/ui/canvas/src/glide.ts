// Moves everybody from where they stood to where they belong in another arrangement, so that eyes can follow.
import type Sigma from "sigma";
import type { Scene } from "./scene";

const TAKES = 700;
/** Above so many stakeholders the way is too slow to follow: they are there at once. */
const MANY = 6000;

/** `stood` is in pixels of the screen. Returns what ends the way early, with everybody in place. */
export function glide(sigma: Sigma, scene: Scene, stood: { x: Float32Array; y: Float32Array }): () => void {
  const { x, y } = scene.columns;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (still || scene.count > MANY) {
    scene.standAt(x, y);
    return () => undefined;
  }
  const from = { x: new Float32Array(x.length), y: new Float32Array(x.length) };
  for (let i = 0; i < x.length; i++) {
    const at = sigma.viewportToGraph({ x: stood.x[i] ?? 0, y: stood.y[i] ?? 0 });
    // Who had no place before appears where they belong.
    [from.x[i], from.y[i]] = Number.isNaN(stood.x[i]) ? [x[i] ?? 0, y[i] ?? 0] : [at.x, -at.y];
  }
  const nowX = new Float32Array(x.length);
  const nowY = new Float32Array(x.length);
  const began = performance.now();
  let frame = 0;
  const step = (): void => {
    const t = Math.min(1, (performance.now() - began) / TAKES);
    const eased = t < 0.5 ? 4 * t * t * t : 1 - (-2 * t + 2) ** 3 / 2;
    for (let i = 0; i < x.length; i++) {
      nowX[i] = (from.x[i] ?? 0) + ((x[i] ?? 0) - (from.x[i] ?? 0)) * eased;
      nowY[i] = (from.y[i] ?? 0) + ((y[i] ?? 0) - (from.y[i] ?? 0)) * eased;
    }
    scene.standAt(nowX, nowY);
    if (t < 1) frame = requestAnimationFrame(step);
  };
  step();
  return () => {
    cancelAnimationFrame(frame);
    scene.standAt(x, y);
  };
}
