import { expect, test } from "vitest";
import { inside } from "../src/boxes";
import type { Ground } from "../src/columns";
import { labelSpots, laid } from "../src/grounds";

const frame = { x: 0, y: 0, w: 800, h: 600 };
const first = (ground: Ground, w = 60, h = 16) => labelSpots(ground, w, h, frame).next().value;

test("grounds go to the screen with everything else", () => {
  const way = { toX: (x: number) => 10 + 2 * x, toY: (y: number) => 20 + 2 * y, scale: 2 };
  expect(laid([{ kind: "band", x: 1, y: 2, w: 3, h: 4, label: "Nation" }], way)).toEqual([
    { kind: "band", x: 12, y: 24, w: 6, h: 8, label: "Nation" },
  ]);
});

test("a ring is named on its rim, at the top first", () => {
  expect(first({ kind: "ring", x: 400, y: 300, w: 100, h: 0, label: "1 step" })).toEqual({ x: 370, y: 192, w: 60, h: 16 });
});

test("a cell is named in its left upper corner", () => {
  expect(first({ kind: "cell", x: 100, y: 100, w: 200, h: 100, label: "Low" })).toEqual({ x: 106, y: 103, w: 60, h: 16 });
});

test("a band is named in the part of it that shows", () => {
  const band: Ground = { kind: "band", x: -500, y: 100, w: 2000, h: 100, label: "Nation" };
  expect(first(band)).toEqual({ x: 6, y: 142, w: 60, h: 16 });
  expect([...labelSpots(band, 60, 16, frame)].every((box) => inside(box, frame))).toBe(true);
});

test("a cell out of sight has no name in sight", () => {
  expect([...labelSpots({ kind: "cell", x: 900, y: 0, w: 100, h: 100, label: "x" }, 60, 16, frame)]).toEqual([]);
});

test("an axis is named at its end, beside it", () => {
  expect(first({ kind: "line", x: 100, y: 500, w: 600, h: 0, label: "Interest" })).toEqual({ x: 640, y: 506, w: 60, h: 16 });
  expect(first({ kind: "line", x: 100, y: 100, w: 0, h: 400, label: "Influence" })).toEqual({ x: 34, y: 100, w: 60, h: 16 });
});
