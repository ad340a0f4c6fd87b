import { expect, test } from "vitest";
import { isArrow, nearest, step } from "../src/walk";

//      1
//  0   2   3
//      4
const x = Float32Array.from([0, 10, 10, 20, 10]);
const y = Float32Array.from([0, -10, 0, 0, 10]);

test("each arrow leads to the nearest in its direction; y grows downwards", () => {
  expect(step(x, y, 2, "ArrowLeft")).toBe(0);
  expect(step(x, y, 2, "ArrowRight")).toBe(3);
  expect(step(x, y, 2, "ArrowUp")).toBe(1);
  expect(step(x, y, 2, "ArrowDown")).toBe(4);
});

test("at the rim an arrow leads nowhere", () => {
  expect(step(x, y, 3, "ArrowRight")).toBe(-1);
});

test("one who is straight ahead comes before one who is near but aside", () => {
  const placesX = Float32Array.from([0, 10, 5]);
  const placesY = Float32Array.from([0, 0, 5]);
  expect(step(placesX, placesY, 0, "ArrowRight")).toBe(1);
});

test("walking begins nearest to the middle", () => {
  expect(nearest(x, y, 11, 1)).toBe(2);
  expect(nearest(new Float32Array(), new Float32Array(), 0, 0)).toBe(-1);
});

test("only the four arrows are arrows", () => {
  expect(isArrow("ArrowUp")).toBe(true);
  expect(isArrow("Enter")).toBe(false);
});

test("those who are left out are walked past", () => {
  expect(step(x, y, 0, "ArrowRight", (i) => i !== 2)).toBe(3);
  expect(nearest(x, y, 11, 1, (i) => i !== 2)).toBe(3);
});
