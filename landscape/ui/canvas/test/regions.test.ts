import { expect, test } from "vitest";
import { bandWidth, bow } from "../src/bands";
import { BoxGrid, inside, overlap } from "../src/boxes";
import { discMeets, overlappingDiscs, placeNames } from "../src/regions";

const frame = { x: 0, y: 0, w: 800, h: 600 };
const name = (w: number) => ({ lines: ["NGO (50)"], w, h: 18 });

test("a name stands above its region", () => {
  const [placed] = placeNames([{ x: 400, y: 300, r: 100 }], [name(60)], frame, new BoxGrid());
  expect(placed).toMatchObject({ x: 370, y: 177, w: 60, h: 18, region: 0 });
});

test("a name that has no room above stands below", () => {
  const [placed] = placeNames([{ x: 400, y: 110, r: 100 }], [name(60)], frame, new BoxGrid());
  expect(placed).toMatchObject({ y: 215 });
});

test("names of many regions are whole, inside the frame and apart", () => {
  const discs = Array.from({ length: 24 }, (_, i) => ({ x: 70 + (i % 6) * 130, y: 70 + Math.floor(i / 6) * 140, r: 58 }));
  const placed = placeNames(discs, discs.map(() => name(110)), frame, new BoxGrid());
  expect(placed.length).toBe(24);
  expect(placed.every((box) => inside(box, frame))).toBe(true);
  expect(placed.flatMap((a, i) => placed.slice(i + 1).filter((b) => overlap(a, b)))).toEqual([]);
});

test("the name of a region larger than the screen stays in sight", () => {
  const placed = placeNames([{ x: 400, y: 300, r: 4000 }], [name(60)], frame, new BoxGrid());
  expect(placed).toHaveLength(1);
  expect(inside(placed[0]!, frame)).toBe(true);
});

test("a region out of sight has no name in sight", () => {
  expect(placeNames([{ x: 2000, y: 300, r: 50 }], [name(60)], frame, new BoxGrid())).toEqual([]);
});

test("discs that touch do not overlap, discs that share room do", () => {
  expect(overlappingDiscs([{ x: 0, y: 0, r: 10 }, { x: 20, y: 0, r: 10 }, { x: 25, y: 0, r: 10 }])).toBe(1);
});

test("a disc meets a box where they share room", () => {
  expect(discMeets({ x: 0, y: 0, r: 10 }, { x: 8, y: -5, w: 10, h: 10 })).toBe(true);
  expect(discMeets({ x: 0, y: 0, r: 10 }, { x: 8, y: 8, w: 10, h: 10 })).toBe(false);
});

test("a band goes from rim to rim", () => {
  expect(bow({ x: 0, y: 0, r: 10 }, { x: 100, y: 0, r: 20 })).toEqual({
    x1: 10, y1: 0, cx: 45, cy: 9, x2: 80, y2: 0, midX: 45, midY: 4.5,
  });
});

test("regions that touch have no band between them", () => {
  expect(bow({ x: 0, y: 0, r: 10 }, { x: 20, y: 0, r: 10 })).toBeNull();
});

test("the widest band is 14 pixels wide, and a quarter of it has half the growth", () => {
  expect(bandWidth(100, 100)).toBe(14);
  expect(bandWidth(25, 100)).toBe(7.75);
});
