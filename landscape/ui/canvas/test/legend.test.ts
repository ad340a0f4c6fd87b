import { expect, test } from "vitest";
import type { Legend } from "../src/columns";
import { lineKinds } from "../src/line_kinds";
import { entryOf, membersOf, tellsApart } from "../src/members";
import { entry, sceneOf } from "./scenes";

const PEOPLE: [string, number][] = [["a", 0], ["b", 0], ["c", 1]];

test("a colour belongs to the entry of its number", () => {
  const legend: Legend = { title: "Group", field: "group", means: ["colour", "shape"], entries: [entry("g0", "A"), entry("g1", "B")], note: "" };
  const { looks } = sceneOf({ people: PEOPLE, groups: ["A", "B"] });
  expect([...membersOf(looks, legend, 0)]).toEqual([0, 1]);
  expect([...membersOf(looks, legend, 1)]).toEqual([2]);
});

test("entries that look alike bring out the same stakeholders, and say nothing of one of them", () => {
  const entries = [entry("x", "X"), entry("y", "Y", { border: "dashed" }), entry("z", "Z", { border: "dashed" })];
  const { looks } = sceneOf({ people: PEOPLE, groups: ["A", "B"], looks: { border: Uint8Array.from([2, 0, 3]) } });
  const legend: Legend = { title: "Kind", field: "kind", means: ["border"], entries, note: "" };
  expect([0, 1, 2].map((at) => [...membersOf(looks, legend, at)])).toEqual([[1], [0], [0]]);
  expect([0, 1, 2].map((i) => entryOf(looks, legend, i))).toEqual([1, 0, -1]);
  expect([tellsApart(legend), tellsApart({ ...legend, entries: entries.slice(0, 2) })]).toEqual([false, true]);
});

test("only the lines that occur among what is shown are explained", () => {
  const lines: [number, number][] = [[0, 1], [0, 2]];
  const lineColumns = { basis: Uint8Array.from([2, 0]), disputed: Uint8Array.from([0, 1]) };
  const told = { people: PEOPLE, groups: ["A", "B"], lines, lineColumns };
  expect(lineKinds(sceneOf(told))).toEqual(["within", "between", "assumed", "disputed"]);
  expect(lineKinds(sceneOf({ ...told, shown: [1, 1, 0] }))).toEqual(["within", "assumed"]);
});

test("both silences are explained where they are drawn", () => {
  const gaps = (["not asked", "none reported"] as const).map((kind) => ({ source: 0, target: 1, kind, told: "", opens: [] }));
  expect(lineKinds(sceneOf({ people: PEOPLE, groups: ["A", "B"], gaps }))).toEqual(["noneReported", "notAsked"]);
});
