import { expect, test } from "vitest";
import { find } from "../src/search";

const names = ["Ocean Visions", "California Ocean Science Trust", "Küstenwache", "Miocene Society"];

test("names that begin with the text come first, then words, then parts", () => {
  expect(find(names, "oce")).toEqual([0, 1, 3]);
});

test("case and accents do not matter", () => {
  expect(find(names, "KUSTEN")).toEqual([2]);
});

test("nothing is found for nothing", () => {
  expect(find(names, "  ")).toEqual([]);
});

test("no more are listed than asked for", () => {
  expect(find(Array.from({ length: 50 }, (_, i) => `Name ${i}`), "name", 8)).toHaveLength(8);
});
