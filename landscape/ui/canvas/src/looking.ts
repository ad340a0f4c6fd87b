// Between what part of the map is seen and the camera of sigma.
import type Sigma from "sigma";
import type { CameraState } from "sigma/types";
import type { Head, Look } from "./columns";

/** What is seen: the place in the middle and the width, in the map's own measure; y grows downwards. */
export function lookOf(sigma: Sigma): Look {
  const { width, height } = sigma.getDimensions();
  const middle = sigma.viewportToGraph({ x: width / 2, y: height / 2 });
  const left = sigma.viewportToGraph({ x: 0, y: height / 2 });
  const right = sigma.viewportToGraph({ x: width, y: height / 2 });
  return { x: middle.x, y: -middle.y, span: right.x - left.x };
}

/** The camera that sees it. */
export function cameraOf(sigma: Sigma, look: Look): CameraState {
  const camera = sigma.getCamera();
  const middle = sigma.viewportToFramedGraph(sigma.graphToViewport({ x: look.x, y: -look.y }));
  const ratio = camera.getBoundedRatio((camera.ratio * look.span) / lookOf(sigma).span);
  return { x: middle.x, y: middle.y, ratio, angle: 0 };
}

/** Which of the page's wishes where to look was last fulfilled; outlives a map that is taken off the page. */
const FULFILLED = new Map<string, string>();

/** The camera that the page asks for, once for each time that it asks; "home" shows everybody. */
export function asked(sigma: Sigma, { key, camera, look_at }: Pick<Head, "key" | "camera" | "look_at">): CameraState | "home" | null {
  if (!look_at || FULFILLED.get(key) === look_at) return null;
  FULFILLED.set(key, look_at);
  return camera ? cameraOf(sigma, camera) : "home";
}

/** So near to an edge, somebody is brought further into view. */
const EDGE = 40;

/** How far right and down the view goes so that a place is not at its edge, or under what covers the right. */
export function beyond(at: { x: number; y: number }, size: { width: number; height: number }, covered: number): { right: number; down: number } {
  const off = (place: number, from: number, to: number): number => Math.max(place - to, 0) || Math.min(place - from, 0);
  return { right: off(at.x, EDGE, size.width - covered - EDGE), down: off(at.y, EDGE, size.height - EDGE) };
}
