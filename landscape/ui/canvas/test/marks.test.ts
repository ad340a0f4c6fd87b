import { beforeAll, expect, test } from "vitest";

// Sigma's programs name WebGL's constants when they are read; none is drawn with here.
beforeAll(() => Object.assign(globalThis, { WebGLRenderingContext: {}, WebGL2RenderingContext: {} }));

test("shape, border and whether a mark recedes are one number each", async () => {
  const { markStyle } = await import("../src/marks");
  const all = [0, 1, 2, 3].flatMap((shape) => [0, 1, 2, 3].flatMap((border) => [false, true].map((back) => markStyle(shape, border, back))));
  expect(new Set(all).size).toBe(32);
  expect(markStyle(2, 3, true)).toBe(30);
});

test("the outline of a tiny mark is finer, and the second one stands off it", async () => {
  const { doubleOf, outlineOf } = await import("../src/marks");
  expect([outlineOf(2), outlineOf(10)]).toEqual([0.8, 1.5]);
  expect(doubleOf(10)).toEqual({ from: 2, to: 3.5 });
});
