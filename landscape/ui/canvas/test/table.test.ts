import { expect, test } from "vitest";
import type { Legend } from "../src/columns";
import { FIRST_ORDER, columnsOf, neighboursOf, pagesOf, shownRows, sorted } from "../src/table_rows";
import { entry, sceneOf } from "./scenes";

const PEOPLE: [string, number][] = [["Clinic", 0], ["Ärzte", 0], ["School 10", 1], ["School 2", 1], ["Alone", -1]];
const LINES: [number, number][] = [[0, 2], [0, 3], [1, 3], [0, 1]];
const told = { people: PEOPLE, groups: ["Health", "Education"], lines: LINES };

const names = (rows: number[]): string[] => rows.map((i) => PEOPLE[i]?.[0] ?? "");

test("the table begins with the most connected, and then by name", () => {
  const scene = sceneOf(told);
  expect(names(sorted(scene, shownRows(scene, ""), columnsOf(scene), FIRST_ORDER))).toEqual([
    "Clinic", "Ärzte", "School 2", "School 10", "Alone",
  ]);
});

test("names stand in the order of people, not of bytes, and numbers in them by their value", () => {
  const scene = sceneOf(told);
  const by = { key: "name", descending: false };
  expect(names(sorted(scene, shownRows(scene, ""), columnsOf(scene), by))).toEqual(["Alone", "Ärzte", "Clinic", "School 2", "School 10"]);
});

test("who has no group stands last, whichever way one sorts", () => {
  const scene = sceneOf(told);
  for (const descending of [false, true]) {
    expect(names(sorted(scene, shownRows(scene, ""), columnsOf(scene), { key: "group", descending })).at(-1)).toBe("Alone");
  }
});

test("only who is shown has a row, and a text looks at names and groups", () => {
  const scene = sceneOf({ ...told, shown: [1, 1, 0, 1, 1] });
  expect(names(shownRows(scene, ""))).toEqual(["Clinic", "Ärzte", "School 2", "Alone"]);
  expect(names(shownRows(scene, "EDU"))).toEqual(["School 2"]);
  expect(names(shownRows(scene, "arz"))).toEqual(["Ärzte"]);
});

test("neighbours are those with whom a relationship is shown", () => {
  expect(names(neighboursOf(sceneOf(told), 0))).toEqual(["Ärzte", "School 2", "School 10"]);
  expect(names(neighboursOf(sceneOf({ ...told, shown: [1, 1, 0, 1, 1] }), 0))).toEqual(["Ärzte", "School 2"]);
});

test("what the marks say stands in a column of its own, by its steps, not recorded last", () => {
  const legend: Legend = {
    title: "Influence",
    field: "influence",
    means: ["size"],
    entries: [entry("1", "1 low", { size: 0.7 }), entry("5", "5 high", { size: 1.85 }), entry("", "Not recorded", { size: 0.5 })],
    note: "",
  };
  const scene = sceneOf({ ...told, legends: [legend], looks: { size: Float32Array.from([0.7, 1.85, 0.5, 1.85, 0.7]) } });
  const columns = columnsOf(scene);
  expect(columns.map(({ label }) => label)).toEqual(["Name", "Group", "Relationships", "Influence"]);
  expect(PEOPLE.map((_, i) => columns[3]?.says(i))).toEqual(["1 low", "5 high", "Not recorded", "5 high", "1 low"]);
  const by = { key: "influence", descending: true };
  expect(names(sorted(scene, shownRows(scene, ""), columns, by))).toEqual(["Ärzte", "School 2", "Alone", "Clinic", "School 10"]);
});

test("a page has a hundred rows, and an empty table has one page", () => {
  expect([0, 1, 100, 101, 20000].map((count) => pagesOf(Array<number>(count).fill(0)))).toEqual([1, 1, 1, 2, 200]);
});

test("marks that look alike make no column: it would say of one what is true of another", () => {
  const entries = [entry("a", "A"), entry("b", "B")];
  const legend: Legend = { title: "Place", field: "place", means: ["border"], entries, note: "" };
  expect(columnsOf(sceneOf({ ...told, legends: [legend] })).map(({ label }) => label)).toEqual(["Name", "Group", "Relationships"]);
});
