import { expect, test } from "vitest";
import type { Gap } from "../src/columns";
import { away, gapAt, gapSigns } from "../src/gaps";

const gap = (source: number, target: number, kind: Gap["kind"] = "none reported"): Gap => ({ source, target, kind, told: "", opens: [] });
const discs = [{ x: 0, y: 0, r: 40 }, { x: 120, y: 0, r: 60 }, { x: 0, y: 200, r: 50 }];

test("the sign of a silence stands in the middle of the gap, across the way", () => {
  expect(gapSigns([gap(0, 1, "not asked")], discs)).toEqual([
    { gap: 0, kind: "not asked", x1: 50, y1: 18, x2: 50, y2: -18, half: 7 },
  ]);
});

test("a narrow gap has a narrow sign, and regions that touch have none", () => {
  const near = [{ x: 0, y: 0, r: 40 }, { x: 87, y: 0, r: 40 }, { x: 0, y: 80, r: 40 }];
  expect(gapSigns([gap(0, 1), gap(0, 2)], near)).toMatchObject([{ gap: 0, half: 1.5 }]);
});

test("a gap of a region that is not there has no sign", () => {
  expect(gapSigns([gap(0, 9)], discs)).toEqual([]);
});

test("a hand finds the nearest silence, also a little beside it", () => {
  const signs = gapSigns([gap(0, 1), gap(0, 2)], discs);
  expect([gapAt(signs, 50, 0), gapAt(signs, 62, 10), gapAt(signs, 0, 95), gapAt(signs, 300, 300)]).toEqual([0, 0, 1, -1]);
});

test("how far a place is from a sign is measured to its nearest end", () => {
  const [sign] = gapSigns([gap(0, 1)], discs);
  expect(away(sign!, 50, 28)).toBe(10);
  expect(away(sign!, 57, 0)).toBe(7);
});

test("signs cover neither each other nor a region", () => {
  const ring = Array.from({ length: 8 }, (_, i) => ({ x: 400 + 130 * Math.cos(i * 0.785), y: 300 + 130 * Math.sin(i * 0.785), r: 40 }));
  const all = ring.flatMap((_, i) => ring.slice(i + 1).map((_, k) => gap(i, i + 1 + k)));
  const signs = gapSigns(all, ring);
  expect(signs.length).toBeGreaterThan(8);
  const ends = signs.flatMap(({ x1, y1, x2, y2, half }, k) => [[x1, y1, half, k], [x2, y2, half, k]] as const);
  for (const [x, y, half, k] of ends) {
    for (const disc of ring) expect(Math.hypot(disc.x - x, disc.y - y)).toBeGreaterThan(disc.r + half - 1);
    signs.forEach((sign, other) => other !== k && expect(away(sign, x, y)).toBeGreaterThan(half + sign.half));
  }
});

test("two regions with a third between them have their sign where that one leaves room, or none", () => {
  const row = [{ x: 0, y: 0, r: 40 }, { x: 200, y: 0, r: 40 }, { x: 100, y: 0, r: 50 }];
  expect(gapSigns([gap(0, 1)], row)).toEqual([]);
});
