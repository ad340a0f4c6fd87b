import { expect, test } from "vitest";
import { GestureQueue, type Numbered } from "../src/queue";
import { safe } from "../src/safe";

function connected(ack = 0): { queue: GestureQueue; sent: Numbered[][] } {
  const queue = new GestureQueue();
  const sent: Numbered[][] = [];
  queue.connect((waiting) => sent.push(waiting), ack);
  return { queue, sent };
}

test("rapid gestures go together, in order, each with its number", () => {
  const { queue, sent } = connected();
  queue.push({ type: "click", id: "a" });
  queue.push({ type: "move", id: "a", x: 1, y: 2 });
  expect(sent.at(-1)).toEqual([
    { type: "click", id: "a", n: 1 },
    { type: "move", id: "a", x: 1, y: 2, n: 2 },
  ]);
});

test("what was handled is sent no more", () => {
  const { queue, sent } = connected();
  queue.push({ type: "click", id: "a" });
  queue.push({ type: "click", id: "b" });
  queue.connect((waiting) => sent.push(waiting), 1);
  queue.push({ type: "deselect" });
  expect(sent.at(-1)?.map(({ n }) => n)).toEqual([2, 3]);
});

test("numbers go on above what Python has handled", () => {
  const { queue, sent } = connected(7);
  queue.push({ type: "deselect" });
  expect(sent).toEqual([[{ type: "deselect", n: 8 }]]);
});

test("a list that was sent does not change afterwards", () => {
  const { queue, sent } = connected();
  queue.push({ type: "click", id: "a" });
  queue.push({ type: "click", id: "b" });
  expect(sent[0]).toHaveLength(1);
});

test("the last place of a stakeholder that waits for Python counts", () => {
  const { queue } = connected();
  queue.push({ type: "move", id: "a", x: 1, y: 2 });
  queue.push({ type: "move", id: "a", x: 3, y: 4 });
  expect([...queue.moves()]).toEqual([["a", { x: 3, y: 4 }]]);
  expect(queue.awaits("move")).toBe(true);
  queue.connect(() => undefined, 2);
  expect(queue.awaits("move")).toBe(false);
});

test("gestures of one hand go in one message", () => {
  const { queue, sent } = connected();
  queue.push({ type: "move", id: "a", x: 1, y: 2 }, { type: "move", id: "b", x: 3, y: 4 });
  expect(sent.map((message) => message.map(({ id, n }) => [id, n]))).toEqual([[["a", 1], ["b", 2]]]);
});

test("what waited while the map was off the page is told when it comes back", () => {
  const { queue } = connected();
  queue.push({ type: "undo" });
  const told: Numbered[][] = [];
  queue.connect((waiting) => told.push(waiting), 0);
  expect(told).toEqual([]);
  queue.connect((waiting) => told.push(waiting), 0, { fresh: true });
  expect(told).toEqual([[{ type: "undo", n: 1 }]]);
  queue.connect((waiting) => told.push(waiting), 1, { fresh: true });
  expect(told).toHaveLength(1);
});

function tab(): { store: Pick<Storage, "getItem" | "setItem" | "removeItem">; held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    store: {
      getItem: (key) => held.get(key) ?? null,
      setItem: (key, value) => void held.set(key, value),
      removeItem: (key) => void held.delete(key),
    },
  };
}

test("where hands have put somebody outlives a reload until Python has heard of it", () => {
  const { store, held } = tab();
  let now = 0;
  const first = new GestureQueue(safe("map", store, () => now));
  first.connect(() => undefined, 0);
  first.push({ type: "undo" }, { type: "move", id: "a", x: 1, y: 2 }, { type: "pin", ids: ["b"] });

  now = 1000;
  const told: Numbered[][] = [];
  const second = new GestureQueue(safe("map", store, () => now));
  second.connect((waiting) => told.push(waiting), 7, { fresh: true });
  expect(told).toEqual([[{ type: "move", id: "a", x: 1, y: 2, n: 8 }, { type: "pin", ids: ["b"], n: 9 }]]);
  second.connect(() => undefined, 9);
  expect([...held]).toEqual([]);
});

test("what waited for too long is forgotten, and another landscape hears nothing of it", () => {
  const { store } = tab();
  let now = 0;
  const first = new GestureQueue(safe("map", store, () => now));
  first.push({ type: "move", id: "a", x: 1, y: 2 });
  expect(new GestureQueue(safe("other", store, () => now)).awaits("move")).toBe(false);
  now = 121_000;
  expect(new GestureQueue(safe("map", store, () => now)).awaits("move")).toBe(false);
});

test("a browser that keeps nothing for a page loses no gesture of this one", () => {
  const queue = new GestureQueue(safe("map", null, () => 0));
  queue.push({ type: "redo" });
  expect(queue.awaits("redo")).toBe(true);
});
