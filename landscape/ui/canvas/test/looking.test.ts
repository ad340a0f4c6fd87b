import { expect, test } from "vitest";
import { asked, beyond } from "../src/looking";

const size = { width: 1000, height: 600 };

test("who stands well within the map stays where they are", () => {
  expect(beyond({ x: 500, y: 300 }, size, 0)).toEqual({ right: 0, down: 0 });
});

test("who stands at an edge, beyond it or under the panel is brought further in", () => {
  expect(beyond({ x: 980, y: 300 }, size, 0)).toEqual({ right: 20, down: 0 });
  expect(beyond({ x: 700, y: 300 }, size, 390)).toEqual({ right: 130, down: 0 });
  expect(beyond({ x: -10, y: 10 }, size, 0)).toEqual({ right: -50, down: -30 });
  expect(beyond({ x: 500, y: 650 }, size, 0)).toEqual({ right: 0, down: 90 });
});

test("a page that asks for no place leaves the view as it is", () => {
  const nobody = undefined as never;
  expect(asked(nobody, { key: "map", camera: null, look_at: "" })).toBe(null);
});
