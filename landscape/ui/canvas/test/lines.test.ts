import { expect, test } from "vitest";
import { bendsOf, curve, sag, strokeOf, strokeStyle } from "../src/lines";

const facts = {
  depth: 255, basis: 0, status: 0, crossing: false, strong: false, directed: false, disputed: false, bend: 0,
};
const bends = (...pairs: [number, number][]) =>
  bendsOf(Uint32Array.from(pairs.map(([from]) => from)), Uint32Array.from(pairs.map(([, to]) => to)));

test("relationships of different pairs are straight", () => {
  expect(bends([0, 1], [1, 2], [0, 2])).toBeNull();
  expect(bends()).toBeNull();
});

test("two kinds between the same two bend to both sides, whichever way they point", () => {
  expect([...(bends([0, 1], [2, 3], [1, 0]) ?? [])]).toEqual([-0.5, 0, -0.5]);
  expect([...(bends([0, 1], [0, 1]) ?? [])]).toEqual([-0.5, 0.5]);
});

test("of three kinds the middle one is straight; of nine, none goes further than of five", () => {
  expect([...(bends([0, 1], [0, 1], [0, 1]) ?? [])]).toEqual([-1, 0, 1]);
  const nine = [...(bends(...Array.from({ length: 9 }, (): [number, number] => [4, 7])) ?? [])];
  expect([Math.min(...nine), Math.max(...nine)]).toEqual([-2, 2]);
  expect(new Set(nine).size).toBe(9);
});

test("parallel ones are found among many", () => {
  const many = Array.from({ length: 5000 }, (_, k): [number, number] => [k % 97, 100 + (k % 89)]);
  const seen = new Map<string, number>();
  for (const pair of many) seen.set(pair.join(), (seen.get(pair.join()) ?? 0) + 1);
  const bent = [...(bends(...many) ?? [])].filter((bend) => bend !== 0).length;
  // Of an odd number, one is straight.
  const expected = [...seen.values()].filter((count) => count > 1).reduce((sum, count) => sum + count - (count % 2), 0);
  expect(bent).toBe(expected);
});

test("what a line says is one number, and each part of it counts", () => {
  expect(strokeStyle(false, false, false)).toBe(0);
  expect(strokeStyle(true, true, true, true)).toBe(15);
  expect(new Set([1, 2, 4, 8].map((bit) => strokeStyle(bit === 1, bit === 2, bit === 4, bit === 8)))).toEqual(new Set([1, 2, 4, 8]));
});

test("a line has the program of what is drawn on it", () => {
  expect(strokeOf(facts)).toEqual({ size: 1.1, stroke: 0, signs: 0, bend: 0, type: "line" });
  expect(strokeOf({ ...facts, directed: true, disputed: true })).toMatchObject({ signs: 3, type: "arrow" });
  expect(strokeOf({ ...facts, bend: 0.5, basis: 2, status: 1 })).toMatchObject({ stroke: 6, type: "bow" });
  expect(strokeOf({ ...facts, depth: 4 }).size).toBeCloseTo(2);
});

test("a straight line ends where it points, a bent one comes from its side", () => {
  expect(curve(0, 0, 100, 0, 0)).toMatchObject({ midX: 50, midY: 0, aheadX: 1, aheadY: 0 });
  const bent = curve(0, 0, 100, 0, 1);
  expect([bent.midX, bent.midY]).toEqual([50, -12]);
  expect(bent.aheadY).toBeGreaterThan(0);
});

test("both directions of a pair bend to the same side of the screen", () => {
  const there = curve(0, 0, 100, 0, 0.5);
  const back = curve(100, 0, 0, 0, -0.5);
  expect([back.midX, back.midY]).toEqual([there.midX, there.midY]);
});

test("short lines bend less", () => {
  expect([sag(1, 1000), sag(1, 50), sag(-2, 50)].map(Math.round)).toEqual([12, 7, -14]);
});
