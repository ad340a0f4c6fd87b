import { expect, test } from "vitest";
import { shortly, summaryOf } from "../src/summary";
import { sceneOf } from "./scenes";

const told = {
  people: [["Clinic", 0], ["Ward", 0], ["School", 1], ["Paper", 2]] as [string, number][],
  groups: ["Health", "Education", "Media"],
  lines: [[0, 2], [0, 1], [1, 2]] as [number, number][],
};

test("a whole map is told as a whole", () => {
  expect(summaryOf(sceneOf(told))).toBe(
    "4 stakeholders and 3 relationships are shown. They stand by groups. " +
      "There are Health (2), Education (1) and Media (1). Most connected: Clinic (2), Ward (2) and School (2).",
  );
});

test("a filtered map never sounds whole", () => {
  const scene = sceneOf({ ...told, shown: [1, 0, 1, 1], words: ["Without Ward."], absent: "Nobody is absent." });
  expect(shortly(scene)).toBe("3 of 4 stakeholders and 1 of 3 relationships are shown.");
  expect(summaryOf(scene)).toContain("Health (1 of 2)");
  expect(summaryOf(scene)).toMatch(/Without Ward\. Nobody is absent\.$/);
});

test("the two silences are told apart", () => {
  const gaps = [
    { source: 0, target: 2, kind: "not asked" as const, told: "", opens: [] },
    { source: 1, target: 2, kind: "none reported" as const, told: "", opens: [] },
  ];
  const said = summaryOf(sceneOf({ ...told, gaps }));
  expect(said).toContain("No relationship is reported between Education and Media.");
  expect(said).toContain("Nobody was asked about relationships between Health and Media.");
});

test("who is brought out is counted", () => {
  expect(summaryOf(sceneOf({ ...told, looks: { strong: Uint8Array.from([1, 0, 1, 0]) } }))).toContain("2 are brought out before the others.");
});

test("an empty map says so", () => {
  expect(summaryOf(sceneOf({ people: [], groups: [] }))).toBe("Nobody is on this map yet.");
});
