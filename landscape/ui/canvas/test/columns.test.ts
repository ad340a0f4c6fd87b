import { expect, test } from "vitest";
import { readHead, readLooks, readPeople, readPlaces } from "../src/columns";
import { Pieces } from "../src/pieces";

const text = new TextEncoder();

function section(value: unknown): Uint8Array {
  const json = text.encode(JSON.stringify(value));
  const bytes = new Uint8Array(4 + json.length);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  return bytes;
}

function join(...parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function piece(index: Record<string, unknown>, packed: [string, string, Uint8Array][]): Uint8Array {
  let offset = 0;
  const columns: Record<string, [string, number, number]> = {};
  for (const [name, kind, bytes] of packed) {
    columns[name] = [kind, offset, bytes.length];
    offset += bytes.length;
  }
  return join(section({ ...index, columns }), ...packed.map(([, , bytes]) => bytes));
}

const bytes = (values: Float32Array | Uint32Array | Int32Array | Uint16Array): Uint8Array => new Uint8Array(values.buffer);

const PEOPLE = piece({ groups: [], kinds: ["advice"] }, [
  ["ids", "json", text.encode('["a","b"]')],
  ["labels", "json", text.encode('["Küste","<b>"]')],
  ["relationships", "u4", bytes(Uint32Array.from([1, 1]))],
  ["group", "i4", bytes(Int32Array.from([0, -1]))],
  ["source", "u4", bytes(Uint32Array.from([0]))],
  ["target", "u4", bytes(Uint32Array.from([1]))],
  ["depth", "u1", Uint8Array.from([255])],
  ["basis", "u1", Uint8Array.from([2])],
  ["status", "u1", Uint8Array.from([0])],
  ["directed", "u1", Uint8Array.from([1])],
  ["kind", "u2", bytes(Uint16Array.from([0]))],
  ["disputed", "u1", Uint8Array.from([0])],
  ["hover", "json", text.encode('[["Answered"],[]]')],
  ["details", "json", text.encode('[[["Place","Bay"]],[]]')],
]);

const PLACES = piece({ scene: "s", regions: [], grounds: [], gaps: [], absent: "" }, [
  ["x", "f4", bytes(Float32Array.from([1.5, NaN]))],
  ["y", "f4", bytes(Float32Array.from([0, 4]))],
  ["pinned", "u1", Uint8Array.from([0, 1])],
  ["part", "i4", bytes(Int32Array.from([0, -1]))],
]);

const LOOKS = piece({ colours: [["#111111", "#eeeeee"]], legends: [], ghosts: [], words: ["All."] }, [
  ["colour", "u2", bytes(Uint16Array.from([0, 0]))],
  ["shape", "u1", Uint8Array.from([0, 3])],
  ["shown", "u1", Uint8Array.from([1, 0])],
]);

test("who there is comes out as it went in", () => {
  const people = readPeople(PEOPLE);
  expect(people.ids).toEqual(["a", "b"]);
  expect(people.labels).toEqual(["Küste", "<b>"]);
  expect([...people.group]).toEqual([0, -1]);
  expect([...people.depth]).toEqual([255]);
  expect([[...people.directed], [...people.kind], people.kinds]).toEqual([[1], [0], ["advice"]]);
  expect(people.hover()).toEqual([["Answered"], []]);
  expect(people.details()).toEqual([[["Place", "Bay"]], []]);
});

test("where they stand comes out as it went in", () => {
  const places = readPlaces(PLACES);
  expect([...places.x]).toEqual([1.5, NaN]);
  expect([[...places.pinned], [...places.part]]).toEqual([[0, 1], [0, -1]]);
});

test("a look that says the same of all has no column for it", () => {
  const looks = readLooks(LOOKS);
  expect([[...looks.colour], [...looks.shape], looks.size, looks.words]).toEqual([[0, 0], [0, 3], null, ["All."]]);
  expect([...(looks.shown ?? [])]).toEqual([1, 0]);
});

test("a piece is read wherever it begins in its buffer", () => {
  const shifted = join(Uint8Array.from([9, 9, 9]), PLACES).subarray(3);
  expect([...readPlaces(shifted).y]).toEqual([0, 4]);
});

test("the head is read without what follows it", () => {
  const { head, body: rest } = readHead(join(section({ carries: "looks", rev: "r1" }), Uint8Array.from([1, 2])));
  expect(head).toMatchObject({ carries: "looks", rev: "r1" });
  expect([...rest]).toEqual([1, 2]);
});

test("a column that is missing is named", () => {
  expect(() => readPeople(section({ columns: {} }))).toThrow("The map's columns lack ids.");
});

test("a map is whole once all pieces that it asks for are there, in whatever order they come", () => {
  const pieces = new Pieces();
  const head = { key: "k", revs: { people: "1", places: "2", looks: "3" } };
  pieces.put("k", "looks", "3", LOOKS);
  pieces.put("k", "places", "1", PLACES);
  pieces.put("other", "people", "1", PEOPLE);
  expect(pieces.whole(head)).toBeNull();
  pieces.put("k", "people", "1", PEOPLE);
  expect(pieces.whole(head)).toBeNull();
  pieces.put("k", "places", "2", PLACES);
  const whole = pieces.whole(head);
  expect(whole?.people.read().ids).toEqual(["a", "b"]);
  expect(whole?.people.read()).toBe(whole?.people.read());
});
