// Reads the columns that Python packed: a head for every run, and a body that is decoded once a revision.

export interface Head {
  rev: string;
  ack: number;
  key: string;
  selected: string | null;
  height: number;
  test: boolean;
  palette: { crossing: [string, string]; inner: [string, string] };
}

export interface Group {
  label: string;
  count: number;
  colour: string;
  colour_dark: string;
  shape: Shape;
}

export interface Region {
  id: string;
  label: string;
  count: number;
  x: number;
  y: number;
  radius: number;
  group: number;
}

export type Shape = "circle" | "square" | "triangle" | "diamond";
export type Pair = [string, string];

/** A landscape as drawn: one entry of each column a stakeholder or a relationship. */
export interface Columns {
  scene: string;
  ids: string[];
  labels: string[];
  x: Float32Array;
  y: Float32Array;
  relationships: Uint32Array;
  group: Int32Array;
  pinned: Uint8Array;
  source: Uint32Array;
  target: Uint32Array;
  depth: Uint8Array;
  basis: Uint8Array;
  status: Uint8Array;
  crossing: Uint8Array;
  groups: Group[];
  regions: Region[];
  hover: () => string[][];
  details: () => Pair[][];
}

export const BASIS = { validated: 0, reported: 1, assumed: 2 } as const;
export const STATUS = { live: 0, dormant: 1, broken: 2 } as const;
export const NOT_RECORDED = 255;

type Kind = "json" | "f4" | "i4" | "u4" | "u1";
type Place = [kind: Kind, offset: number, length: number];

interface Index {
  scene: string;
  groups: Group[];
  regions: Region[];
  columns: Record<string, Place>;
}

const words = new TextDecoder();

function section(bytes: Uint8Array): { text: string; rest: Uint8Array } {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  return { text: words.decode(bytes.subarray(4, 4 + length)), rest: bytes.subarray(4 + length) };
}

/** The head of a run and the bytes of the body, which stay undecoded. */
export function readHead(bytes: Uint8Array): { head: Head; body: Uint8Array } {
  const { text, rest } = section(bytes);
  return { head: JSON.parse(text) as Head, body: rest };
}

/** The columns of a body. Hover lines and details are decoded when they are first asked for. */
export function readColumns(body: Uint8Array): Columns {
  const { text, rest } = section(body);
  const index = JSON.parse(text) as Index;
  const raw = (name: string): Uint8Array => {
    const place = index.columns[name];
    if (!place) throw new Error(`The map's columns lack ${name}.`);
    // A copy, because typed arrays need an aligned start.
    return rest.slice(place[1], place[1] + place[2]);
  };
  const json = <T>(name: string): T => JSON.parse(words.decode(raw(name))) as T;
  const once = <T>(name: string): (() => T) => {
    let value: T | undefined;
    return () => (value ??= json<T>(name));
  };
  return {
    scene: index.scene,
    groups: index.groups,
    regions: index.regions,
    ids: json("ids"),
    labels: json("labels"),
    x: new Float32Array(raw("x").buffer),
    y: new Float32Array(raw("y").buffer),
    relationships: new Uint32Array(raw("relationships").buffer),
    group: new Int32Array(raw("group").buffer),
    pinned: raw("pinned"),
    source: new Uint32Array(raw("source").buffer),
    target: new Uint32Array(raw("target").buffer),
    depth: raw("depth"),
    basis: raw("basis"),
    status: raw("status"),
    crossing: raw("crossing"),
    hover: once("hover"),
    details: once("details"),
  };
}
