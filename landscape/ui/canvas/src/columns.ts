// Reads what Python packed: a head for every run, and pieces that are decoded once a revision.

/** Where to look: the place in the middle, and how wide the map is seen, in its own measure. */
export interface Look {
  x: number;
  y: number;
  span: number;
}

export type PieceName = "people" | "places" | "looks";

/** What a run says of itself: which pieces to draw, and what stands around the map. */
export interface Head {
  revs: Record<PieceName, string>;
  scene: string;
  ack: number;
  key: string;
  selected: string | null;
  height: number;
  test: boolean;
  palette: { crossing: [string, string]; inner: [string, string] };
  editable: boolean;
  camera: Look | null;
  look_at: string;
  views: [id: string, name: string, sentence: string][];
  at: string | null;
  present: boolean;
  undo: string | null;
  redo: string | null;
  about: Record<string, unknown>;
}

/** What a carrier says of the piece it brings. */
export interface Carried {
  carries: PieceName;
  key: string;
  rev: string;
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
  /** The number of the part that its members are in. */
  part: number;
  count: number;
  x: number;
  y: number;
  radius: number;
}

/** A shape beneath the marks; see Ground in analysis/arranged.py. */
export interface Ground {
  kind: "ring" | "cell" | "band" | "line";
  x: number;
  y: number;
  w: number;
  h: number;
  label: string;
}

/** A silence between two regions, by their numbers. */
export interface Gap {
  source: number;
  target: number;
  kind: "none reported" | "not asked";
  told: string;
  opens: Pair[];
}

export interface LegendEntry {
  key: string;
  label: string;
  count: number;
  colour: string;
  colour_dark: string;
  shape: Shape;
  size: number;
  border: Border;
  hidden: boolean;
}

export interface Legend {
  title: string;
  field: string;
  means: ("colour" | "size" | "shape" | "border")[];
  entries: LegendEntry[];
  note: string;
}

export interface Ghost {
  key: string;
  label: string;
  told: string;
}

export type Shape = "circle" | "square" | "triangle" | "diamond";
export type Border = "plain" | "double" | "dashed" | "heavy";
export type Pair = [string, string];

/** Who there is and what runs between them: one entry of each column a stakeholder or a relationship. */
export interface People {
  ids: string[];
  labels: string[];
  relationships: Uint32Array;
  group: Int32Array;
  groups: Group[];
  source: Uint32Array;
  target: Uint32Array;
  depth: Uint8Array;
  basis: Uint8Array;
  status: Uint8Array;
  directed: Uint8Array;
  /** Number of the kind in `kinds`, NO_KIND where none is recorded. */
  kind: Uint16Array;
  kinds: string[];
  disputed: Uint8Array;
  hover: () => string[][];
  details: () => Pair[][];
}

/** Where they stand; x and y are NaN for those who have no place in this arrangement. */
export interface Places {
  scene: string;
  x: Float32Array;
  y: Float32Array;
  pinned: Uint8Array;
  part: Int32Array;
  regions: Region[];
  grounds: Ground[];
  gaps: Gap[];
  absent: string;
}

/** How it looks; a column that is null says the same of all. */
export interface Looks {
  colours: Pair[];
  colour: Uint16Array;
  shape: Uint8Array;
  size: Float32Array | null;
  border: Uint8Array | null;
  shown: Uint8Array | null;
  line_shown: Uint8Array | null;
  strong: Uint8Array | null;
  line_strong: Uint8Array | null;
  legends: Legend[];
  ghosts: Ghost[];
  words: string[];
}

export const BASIS = { validated: 0, reported: 1, assumed: 2 } as const;
export const STATUS = { live: 0, dormant: 1, broken: 2 } as const;
export const NOT_RECORDED = 255;
export const NO_KIND = 65535;
export const BORDERS: readonly Border[] = ["plain", "double", "dashed", "heavy"];

type Kind = "json" | "f4" | "i4" | "u4" | "u2" | "u1";
type Place = [kind: Kind, offset: number, length: number];

const words = new TextDecoder();

function section(bytes: Uint8Array): { text: string; rest: Uint8Array } {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  return { text: words.decode(bytes.subarray(4, 4 + length)), rest: bytes.subarray(4 + length) };
}

/** What a run or a carrier says, and the bytes after it, which stay undecoded. */
export function readHead(bytes: Uint8Array): { head: Head | Carried; body: Uint8Array } {
  const { text, rest } = section(bytes);
  return { head: JSON.parse(text) as Head | Carried, body: rest };
}

/** The columns of a piece by name, decoded one by one. */
class Reader<Index> {
  readonly index: Index & { columns: Record<string, Place> };
  private readonly rest: Uint8Array;

  constructor(body: Uint8Array) {
    const { text, rest } = section(body);
    this.index = JSON.parse(text) as Index & { columns: Record<string, Place> };
    this.rest = rest;
  }

  has(name: string): boolean {
    return name in this.index.columns;
  }

  raw(name: string): Uint8Array<ArrayBuffer> {
    const place = this.index.columns[name];
    if (!place) throw new Error(`The map's columns lack ${name}.`);
    // A copy, because typed arrays need an aligned start.
    return this.rest.slice(place[1], place[1] + place[2]) as Uint8Array<ArrayBuffer>;
  }

  json<T>(name: string): T {
    return JSON.parse(words.decode(this.raw(name))) as T;
  }

  /** Decoded when it is first asked for. */
  once<T>(name: string): () => T {
    let value: T | undefined;
    return () => (value ??= this.json<T>(name));
  }
}

export function readPeople(body: Uint8Array): People {
  const read = new Reader<Pick<People, "groups" | "kinds">>(body);
  return {
    groups: read.index.groups,
    kinds: read.index.kinds,
    ids: read.json("ids"),
    labels: read.json("labels"),
    relationships: new Uint32Array(read.raw("relationships").buffer),
    group: new Int32Array(read.raw("group").buffer),
    source: new Uint32Array(read.raw("source").buffer),
    target: new Uint32Array(read.raw("target").buffer),
    depth: read.raw("depth"),
    basis: read.raw("basis"),
    status: read.raw("status"),
    directed: read.raw("directed"),
    kind: new Uint16Array(read.raw("kind").buffer),
    disputed: read.raw("disputed"),
    hover: read.once("hover"),
    details: read.once("details"),
  };
}

export function readPlaces(body: Uint8Array): Places {
  const read = new Reader<Omit<Places, "x" | "y" | "pinned" | "part">>(body);
  const { scene, regions, grounds, gaps, absent } = read.index;
  return {
    scene, regions, grounds, gaps, absent,
    x: new Float32Array(read.raw("x").buffer),
    y: new Float32Array(read.raw("y").buffer),
    pinned: read.raw("pinned"),
    part: new Int32Array(read.raw("part").buffer),
  };
}

export function readLooks(body: Uint8Array): Looks {
  const read = new Reader<Pick<Looks, "colours" | "legends" | "ghosts" | "words">>(body);
  const flags = (name: string): Uint8Array | null => (read.has(name) ? read.raw(name) : null);
  const { colours, legends, ghosts, words: told } = read.index;
  return {
    colours, legends, ghosts, words: told,
    colour: new Uint16Array(read.raw("colour").buffer),
    shape: read.raw("shape"),
    size: read.has("size") ? new Float32Array(read.raw("size").buffer) : null,
    border: flags("border"),
    shown: flags("shown"),
    line_shown: flags("line_shown"),
    strong: flags("strong"),
    line_strong: flags("line_strong"),
  };
}
