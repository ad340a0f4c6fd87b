import { expect, test } from "vitest";
import { find, foundIn } from "../src/search";
import { sceneOf } from "./scenes";

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

test("a group is found too, first where one types how it begins, and who is left out is said to be", () => {
  const people: [string, number][] = [["Media house", 0], ["Clinic", 1]];
  const told = sceneOf({ people, groups: ["Media", "Health and media"], shown: [0, 1] });
  const chosen: string[] = [];
  const found = foundIn(told, "media", { person: (i) => chosen.push(`person ${i}`), group: (i) => chosen.push(`group ${i}`) });
  expect(found.map(({ name, beside }) => [name, beside])).toEqual([
    ["Media", "Group of 1"],
    ["Media house", "Media · left out by a filter"],
    ["Health and media", "Group of 1"],
  ]);
  for (const one of found) one.take();
  expect(chosen).toEqual(["group 0", "person 0", "group 1"]);
});
