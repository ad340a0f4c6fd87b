// Between places on the map and places on the screen: what fits, and how large marks are.
import type Sigma from "sigma";
import type { CameraState } from "sigma/types";
import type { Box } from "./boxes";
import type { Columns } from "./scene";
import type { Disc } from "./regions";

export interface Extent {
  x: [number, number];
  y: [number, number];
}

/** What everything takes up, in the y of sigma, which grows upwards. */
export function extentOf(columns: Columns): Extent {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  const take = (x: number, y: number, r: number): void => {
    left = Math.min(left, x - r);
    right = Math.max(right, x + r);
    low = Math.min(low, -y - r);
    high = Math.max(high, -y + r);
  };
  for (let i = 0; i < columns.x.length; i++) {
    const [x, y] = [columns.x[i] ?? NaN, columns.y[i] ?? NaN];
    if (!Number.isNaN(x)) take(x, y, 0);
  }
  for (const region of columns.regions) take(region.x, region.y, region.radius);
  for (const { kind, x, y, w, h } of columns.grounds) {
    if (kind === "ring") take(x, y, w);
    else for (const [atX, atY] of [[x, y], [x + w, y + h]] as const) take(atX, atY, 0);
  }
  if (left > right) return { x: [-1, 1], y: [-1, 1] };
  // Who stand on one spot or in one row still take up some room.
  const spareX = Math.max(0, (high - low) * 0.1 - (right - left), right > left ? 0 : 1) / 2;
  const spareY = Math.max(0, (right - left) * 0.1 - (high - low), high > low ? 0 : 1) / 2;
  return { x: [left - spareX, right + spareX], y: [low - spareY, high + spareY] };
}

/** The affine way from the map to the screen at this moment. */
export interface Projection {
  toX: (x: number) => number;
  toY: (y: number) => number;
  scale: number;
}

export function projection(sigma: Sigma): Projection {
  const origin = sigma.graphToViewport({ x: 0, y: 0 });
  const unit = sigma.graphToViewport({ x: 1, y: 1 });
  const scale = unit.x - origin.x;
  const up = origin.y - unit.y;
  return { toX: (x) => origin.x + x * scale, toY: (y) => origin.y - y * up, scale };
}

export function discsOf(columns: Columns, { toX, toY, scale }: Projection): Disc[] {
  return columns.regions.map(({ x, y, radius }) => ({ x: toX(x), y: toY(y), r: radius * scale }));
}

/** Few stakeholders do not fill the screen: so many pixels from one to the next are the most. */
const FURTHEST_APART = 190;

/** The camera that shows the whole extent inside `room`, a part of the screen. */
export function fitting(sigma: Sigma, extent: Extent, room: Box, count: number): CameraState {
  const whole = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };
  const { width, height } = sigma.getDimensions();
  const a = sigma.graphToViewport({ x: extent.x[0], y: extent.y[1] }, { cameraState: whole });
  const b = sigma.graphToViewport({ x: extent.x[1], y: extent.y[0] }, { cameraState: whole });
  const wide = Math.max(b.x - a.x, 1);
  const high = Math.max(b.y - a.y, 1);
  const sparse = FURTHEST_APART / Math.sqrt((wide * high) / Math.max(count, 1));
  const grow = Math.min(room.w / wide, room.h / high, sparse);
  const ratio = 1 / grow;
  // The middle of the extent stands in the middle of the screen; move it to the middle of the room.
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const framed = sigma.viewportToFramedGraph(middle, { cameraState: whole });
  const centred = { ...whole, x: framed.x, y: framed.y, ratio };
  const off = { x: width - (room.x + room.w / 2), y: height - (room.y + room.h / 2) };
  const camera = sigma.viewportToFramedGraph(off, { cameraState: centred });
  return { x: camera.x, y: camera.y, angle: 0, ratio };
}

/** So many pixels from one mark to the next are enough for the largest marks. */
const AMPLE = 46;

/** How much smaller marks are where many share little room; 1 where there is enough. */
export function crowding(count: number, extent: Extent, room: Box): number {
  const wide = extent.x[1] - extent.x[0];
  const high = extent.y[1] - extent.y[0];
  const scale = Math.min(room.w / wide, room.h / high);
  const apart = Math.sqrt((wide * high) / Math.max(count, 1)) * scale;
  return Math.max(0.16, Math.min(1, apart / AMPLE));
}

/** From 0 to 1, rising smoothly between two values. */
export function rising(value: number, from: number, to: number): number {
  const t = Math.max(0, Math.min(1, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
