import { expect, test } from "vitest";
import { GestureQueue, type Numbered } from "../src/queue";

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
