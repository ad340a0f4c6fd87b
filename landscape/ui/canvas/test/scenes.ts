// Small scenes for tests: who there is and what runs between them, in a few letters.
import type { Gap, Legend, Looks, People, Places, Region } from "../src/columns";
import type { Scene } from "../src/scene";

// What draws marks is loaded along with the scene, and asks for these names of a browser.
Object.assign(globalThis, { WebGLRenderingContext: class {}, WebGL2RenderingContext: class {} });
const scenes = await import("../src/scene");

export interface Told {
  /** Names, each with the number of a group; -1 is none. */
  people: [name: string, group: number][];
  groups: string[];
  lines?: [from: number, to: number][];
  shown?: number[];
  legends?: Legend[];
  gaps?: Gap[];
  words?: string[];
  absent?: string;
  looks?: Partial<Looks>;
  lineColumns?: Partial<People>;
}

export function sceneOf(told: Told): Scene {
  const { people, groups, lines = [] } = told;
  const degree = (i: number): number => lines.filter((ends) => ends.includes(i)).length;
  const sizes = groups.map((_, g) => people.filter(([, group]) => group === g).length);
  const group = Int32Array.from(people, ([, one]) => one);
  const who: People = {
    ids: people.map((_, i) => `s${i}`),
    labels: people.map(([name]) => name),
    relationships: Uint32Array.from(people, (_, i) => degree(i)),
    group,
    groups: groups.map((label, g) => ({ label, count: sizes[g] ?? 0, colour: "#111111", colour_dark: "#eeeeee", shape: "circle" })),
    source: Uint32Array.from(lines, ([from]) => from),
    target: Uint32Array.from(lines, ([, to]) => to),
    depth: new Uint8Array(lines.length).fill(255),
    basis: new Uint8Array(lines.length),
    status: new Uint8Array(lines.length),
    directed: new Uint8Array(lines.length),
    kind: new Uint16Array(lines.length).fill(65535),
    kinds: [],
    disputed: new Uint8Array(lines.length),
    hover: () => people.map(() => []),
    details: () => people.map(() => []),
    ...told.lineColumns,
  };
  const regions = groups.map((label, g): Region => ({ id: `g${g}`, label, part: g, count: sizes[g] ?? 0, x: 3 * g, y: 0, radius: 1 }));
  const where: Places = {
    scene: "town/groups",
    x: Float32Array.from(people, ([, one]) => 3 * one),
    y: Float32Array.from(people, (_, i) => i / 10),
    pinned: new Uint8Array(people.length),
    part: group,
    regions,
    grounds: [],
    gaps: told.gaps ?? [],
    absent: told.absent ?? "",
  };
  const looks: Looks = {
    colours: groups.map(() => ["#111111", "#eeeeee"]),
    colour: Uint16Array.from(people, ([, one]) => Math.max(one, 0)),
    shape: new Uint8Array(people.length),
    size: null,
    border: null,
    shown: told.shown ? Uint8Array.from(told.shown) : null,
    line_shown: null,
    strong: null,
    line_strong: null,
    legends: told.legends ?? [],
    ghosts: [],
    words: told.words ?? [],
    ...told.looks,
  };
  return new scenes.Scene(who, where, looks, false);
}

export function entry(key: string, label: string, more: Partial<Legend["entries"][number]> = {}): Legend["entries"][number] {
  return { key, label, count: 1, colour: "", colour_dark: "", shape: "circle", size: 1, border: "plain", hidden: false, ...more };
}
