// Tells which entry of a legend a stakeholder belongs to, by how the mark looks.
import { BORDERS, type Legend, type LegendEntry, type Looks, type Shape } from "./columns";

const SHAPES: readonly Shape[] = ["circle", "square", "triangle", "diamond"];
const ALIKE = 1e-4;

/** The number of a stakeholder's entry in a legend, -1 where it has none. */
export function entryOf(looks: Looks, legend: Legend, i: number): number {
  return legend.entries.findIndex((_, entry) => belongs(looks, legend, entry, i));
}

/** Everybody whose mark looks as an entry says. */
export function membersOf(looks: Looks, legend: Legend, entry: number): Set<number> {
  const members = new Set<number>();
  for (let i = 0; i < looks.colour.length; i++) if (belongs(looks, legend, entry, i)) members.add(i);
  return members;
}

/** Whether no two entries look alike, so that a mark says which it belongs to. */
export function tellsApart({ entries, means }: Legend): boolean {
  if (means.includes("colour")) return true;
  const looks = entries.map((entry) => means.map((by) => (by === "colour" ? "" : entry[by])).join("\n"));
  return new Set(looks).size === entries.length;
}

function belongs(looks: Looks, { entries, means }: Legend, entry: number, i: number): boolean {
  // Each colour of a look belongs to one entry; shapes, borders and sizes may be shared by several.
  if (means.includes("colour")) return looks.colour[i] === entry;
  const told = entries[entry];
  return told !== undefined && means.every((by) => wears(looks, told, by, i));
}

function wears(looks: Looks, entry: LegendEntry, by: Legend["means"][number], i: number): boolean {
  if (by === "shape") return SHAPES[looks.shape[i] ?? 0] === entry.shape;
  if (by === "border") return BORDERS[looks.border?.[i] ?? 0] === entry.border;
  if (by === "size") return Math.abs((looks.size?.[i] ?? 1) - entry.size) < ALIKE;
  return true;
}
