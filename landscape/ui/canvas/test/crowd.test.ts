import { expect, test } from "vitest";
import { Crowd, Density, coverWeight } from "../src/crowd";

const crowd = (places: [number, number, number][]): Crowd => {
  const made = new Crowd();
  const column = (k: 0 | 1 | 2) => Float32Array.from(places.map((place) => place[k]));
  made.fill(Int32Array.from(places.keys()), places.length, column(0), column(1), column(2), 800, 600);
  return made;
};

test("a large mark counts three times a small one", () => {
  expect([coverWeight(5), coverWeight(12)]).toEqual([1, 3]);
  expect(crowd([[100, 100, 5], [110, 100, 12]]).count({ x: 90, y: 90, w: 40, h: 20 })).toBe(4);
});

test("a mark counts where its rim touches, and not beside it", () => {
  const one = crowd([[100, 100, 10]]);
  expect(one.count({ x: 109, y: 95, w: 20, h: 10 })).toBe(3);
  expect(one.count({ x: 110, y: 95, w: 20, h: 10 })).toBe(0);
});

test("all marks are found wherever they stand, and only those that are given", () => {
  const places = Array.from({ length: 500 }, (_, i): [number, number, number] => [(i * 37) % 800, (i * 91) % 600, 2]);
  const all = crowd(places);
  expect(all.count({ x: -5, y: -5, w: 900, h: 700 })).toBe(500);
  all.fill(Int32Array.from([3, 4]), 2, Float32Array.from(places.map(([x]) => x)), Float32Array.from(places.map(([, y]) => y)), new Float32Array(500).fill(2), 800, 600);
  expect(all.count({ x: -5, y: -5, w: 900, h: 700 })).toBe(2);
});

test("counting stops at enough", () => {
  expect(crowd(Array.from({ length: 50 }, () => [100, 100, 2])).count({ x: 90, y: 90, w: 20, h: 20 }, 7)).toBe(7);
});

test("where marks are many, how many stand in a box is told to the cell", () => {
  const made = new Density();
  const places = Array.from({ length: 900 }, (_, i) => [4 + 8 * (i % 30), 4 + 8 * Math.floor(i / 30)] as const);
  made.fill(Int32Array.from(places.keys()), 900, Float32Array.from(places.map(([x]) => x)), Float32Array.from(places.map(([, y]) => y)), 800, 600);
  expect(made.count({ x: 0, y: 0, w: 7, h: 7 })).toBe(1);
  expect(made.count({ x: 81, y: 81, w: 78, h: 14 })).toBe(20);
  expect(made.count({ x: 300, y: 0, w: 100, h: 16 })).toBe(0);
  expect(made.count({ x: -20, y: -20, w: 900, h: 700 })).toBe(900);
});
