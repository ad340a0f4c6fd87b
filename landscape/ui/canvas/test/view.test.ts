import { expect, test } from "vitest";
import type { Region } from "../src/columns";
import type { Columns } from "../src/scene";
import { crowding, extentOf, rising } from "../src/view";

const columns = (x: number[], y: number[], regions: Partial<Region>[] = []): Columns =>
  ({ x: Float32Array.from(x), y: Float32Array.from(y), regions, grounds: [] }) as unknown as Columns;

test("everything takes up what stakeholders and regions take up; y turns over", () => {
  expect(extentOf(columns([0, 4], [1, 3], [{ x: 0, y: 0, radius: 2 }]))).toEqual({ x: [-2, 4], y: [-3, 2] });
});

test("nobody, one and a row all have room around them", () => {
  expect(extentOf(columns([], []))).toEqual({ x: [-1, 1], y: [-1, 1] });
  expect(extentOf(columns([5], [7]))).toEqual({ x: [4.5, 5.5], y: [-7.5, -6.5] });
  expect(extentOf(columns([0, 100], [0, 0]))).toEqual({ x: [0, 100], y: [-5, 5] });
});

test("marks are as large as they get where there is ample room, and smaller where there is not", () => {
  const room = { x: 0, y: 0, w: 920, h: 460 };
  const extent = { x: [0, 20], y: [0, 10] } as const;
  const seen = { x: [...extent.x], y: [...extent.y] } as { x: [number, number]; y: [number, number] };
  expect(crowding(50, seen, room)).toBe(1);
  expect(crowding(800, seen, room)).toBeCloseTo(0.5);
  expect(crowding(1e9, seen, room)).toBe(0.16);
});

test("rising is 0 before, 1 after and a half between", () => {
  expect([1, 2, 3].map((value) => rising(value, 1, 3))).toEqual([0, 0.5, 1]);
});
