import { expect, test } from "vitest";
import { BoxGrid, overlap } from "../src/boxes";
import { type Candidate, LINE, fitted, placeLabels, wrapped } from "../src/labels";

// Every letter takes 10 pixels, so that expected widths can be counted.
const measure = (text: string): number => [...text].length * 10;
const frame = { x: 0, y: 0, w: 1000, h: 600 };
const candidate = (of: number, x: number, y: number, text: string, must = false): Candidate => ({
  of, x, y, radius: 6, text, must,
});
const place = (candidates: Candidate[], marks = new BoxGrid(), most = 50) =>
  placeLabels(candidates, frame, new BoxGrid(), marks, measure, { width: 170, most });

test("a name that fits stays whole", () => {
  expect(fitted("Reef Check", 100, measure)).toEqual({ text: "Reef Check", cut: false });
});

test("a name that is too long is cut between words, with an ellipsis", () => {
  expect(fitted("California Ocean Protection Council", 200, measure)).toEqual({
    text: "California Ocean…",
    cut: true,
  });
});

test("one long word is cut inside, with an ellipsis", () => {
  expect(fitted("Umweltverträglichkeitsprüfung", 100, measure)).toEqual({ text: "Umweltver…", cut: true });
});

test("a letter of two halves is never cut in the middle", () => {
  expect(fitted("🌊🌊🌊🌊", 30, measure)).toEqual({ text: "🌊🌊…", cut: true });
});

test("names of regions break between words and keep their number beside the last word", () => {
  expect(wrapped("Friends of the\u00a0(3)", 100, measure)).toEqual(["Friends of", "the\u00a0(3)"]);
});

test("a name stands to the right of its mark", () => {
  expect(place([candidate(7, 100, 100, "Reef")])).toEqual([
    { x: 110, y: 100 - LINE / 2, w: 40, h: LINE, text: "Reef", cut: false, of: 7 },
  ]);
});

test("of many crowded names none covers another", () => {
  const crowd = Array.from({ length: 200 }, (_, i) => candidate(i, 300 + (i % 20) * 17, 200 + Math.floor(i / 20) * 13, `Name ${i}`));
  const placed = place(crowd);
  expect(placed.length).toBeGreaterThan(5);
  const pairs = placed.flatMap((a, i) => placed.slice(i + 1).map((b) => overlap(a, b)));
  expect(pairs.filter(Boolean)).toEqual([]);
});

test("a name near the right border moves to the left of its mark", () => {
  expect(place([candidate(0, 990, 100, "Reef")])[0]).toMatchObject({ x: 940, w: 40 });
});

test("a name keeps off large marks", () => {
  const marks = new BoxGrid();
  for (let weight = 0; weight < 3; weight++) marks.add({ x: 110, y: 90, w: 20, h: 20 });
  expect(place([candidate(0, 100, 100, "Reef")], marks)[0]).toMatchObject({ x: 50 });
});

test("the selected name is written even when there are enough", () => {
  const placed = place([candidate(0, 100, 100, "One"), candidate(1, 500, 300, "Two", true)], new BoxGrid(), 1);
  expect(placed.map(({ text }) => text)).toEqual(["One", "Two"]);
});

test("the name of one who is brought out may cover what others may not", () => {
  const marks = { count: () => 5 };
  const place = (covers?: number) =>
    placeLabels([{ ...candidate(0, 100, 100, "Reef"), covers }], frame, new BoxGrid(), marks, measure, { width: 170, most: 5 });
  expect([place().length, place(9).length]).toEqual([0, 1]);
});
