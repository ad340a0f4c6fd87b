// Between what part of the map is seen and the camera of sigma.
import type Sigma from "sigma";
import type { CameraState } from "sigma/types";
import type { Look } from "./columns";

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
