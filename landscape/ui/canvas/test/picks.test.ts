import { expect, test } from "vitest";
import { enclosed, nearby, Picks } from "../src/picks";

test("each press picks or lets go", () => {
  const picks = new Picks();
  expect(picks.toggle("a")).toBe(true);
  picks.add(["b", "a"]);
  expect(picks.list()).toEqual(["a", "b"]);
  expect(picks.toggle("a")).toBe(false);
  expect(picks.list()).toEqual(["b"]);
  expect([picks.clear(), picks.clear()]).toEqual([true, false]);
});

test("who is no longer there is picked no longer", () => {
  const picks = new Picks();
  picks.add(["a", "b", "c"]);
  expect(picks.prune((id) => id !== "b")).toBe(true);
  expect(picks.list()).toEqual(["a", "c"]);
  expect(picks.prune(() => true)).toBe(false);
});

// An L: the corner above on the right is not in it.
const outline = [{ x: 0, y: 0 }, { x: 4, y: 0 }, { x: 4, y: 4 }, { x: 10, y: 4 }, { x: 10, y: 10 }, { x: 0, y: 10 }];

test("a line drawn around them holds those within, whatever its shape", () => {
  const x = [2, 7, 7, 12, NaN, 2];
  const y = [2, 2, 7, 7, 5, 7];
  expect(enclosed(x, y, outline, () => true)).toEqual([0, 2, 5]);
  expect(enclosed(x, y, outline, (i) => i !== 2)).toEqual([0, 5]);
  expect(enclosed(x, y, outline.slice(0, 1), () => true)).toEqual([]);
  expect(enclosed(x, y, [], () => true)).toEqual([]);
});

test("a finger near a small mark means that mark, and the nearest of two", () => {
  const x = [0, 30, NaN];
  const y = [0, 0, 0];
  const at = (place: number) => nearby(x, y, () => 5, { x: place, y: 0 }, 12, () => true);
  expect([at(3), at(16), at(18), at(50)]).toEqual([0, 1, 1, -1]);
  expect(nearby(x, y, () => 5, { x: 3, y: 0 }, 12, (i) => i === 1)).toBe(-1);
});
