import { expect, test } from "vitest";
import { readColumns, readHead } from "../src/columns";

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

function body(): Uint8Array {
  const packed: [string, string, Uint8Array][] = [
    ["ids", "json", text.encode('["a","b"]')],
    ["labels", "json", text.encode('["Küste","<b>"]')],
    ["x", "f4", new Uint8Array(Float32Array.from([1.5, -2]).buffer)],
    ["y", "f4", new Uint8Array(Float32Array.from([0, 4]).buffer)],
    ["relationships", "u4", new Uint8Array(Uint32Array.from([1, 1]).buffer)],
    ["group", "i4", new Uint8Array(Int32Array.from([0, -1]).buffer)],
    ["pinned", "u1", Uint8Array.from([0, 1])],
    ["source", "u4", new Uint8Array(Uint32Array.from([0]).buffer)],
    ["target", "u4", new Uint8Array(Uint32Array.from([1]).buffer)],
    ["depth", "u1", Uint8Array.from([255])],
    ["basis", "u1", Uint8Array.from([2])],
    ["status", "u1", Uint8Array.from([0])],
    ["crossing", "u1", Uint8Array.from([1])],
    ["hover", "json", text.encode('[["Answered"],[]]')],
    ["details", "json", text.encode('[[["Place","Bay"]],[]]')],
  ];
  let offset = 0;
  const columns: Record<string, [string, number, number]> = {};
  for (const [name, kind, bytes] of packed) {
    columns[name] = [kind, offset, bytes.length];
    offset += bytes.length;
  }
  return join(section({ scene: "s", groups: [], regions: [], columns }), ...packed.map(([, , bytes]) => bytes));
}

test("columns come out as they went in", () => {
  const columns = readColumns(body());
  expect(columns.ids).toEqual(["a", "b"]);
  expect(columns.labels).toEqual(["Küste", "<b>"]);
  expect([...columns.x]).toEqual([1.5, -2]);
  expect([...columns.group]).toEqual([0, -1]);
  expect([...columns.pinned]).toEqual([0, 1]);
  expect([...columns.depth]).toEqual([255]);
  expect(columns.hover()).toEqual([["Answered"], []]);
  expect(columns.details()).toEqual([[["Place", "Bay"]], []]);
});

test("a body is read wherever it begins in its buffer", () => {
  const shifted = join(Uint8Array.from([9, 9, 9]), body()).subarray(3);
  expect([...readColumns(shifted).y]).toEqual([0, 4]);
});

test("the head is read without the body", () => {
  const { head, body: rest } = readHead(join(section({ rev: "r1", ack: 3 }), Uint8Array.from([1, 2])));
  expect(head).toMatchObject({ rev: "r1", ack: 3 });
  expect([...rest]).toEqual([1, 2]);
});

test("a column that is missing is named", () => {
  expect(() => readColumns(section({ columns: {} }))).toThrow("The map's columns lack ids.");
});
