// Tells which entry of a legend a stakeholder belongs to, by how the mark looks.
import { BORDERS, type Legend, type LegendEntry, type Looks, type Shape } from "./columns";

const SHAPES: readonly Shape[] = ["circle", "square", "triangle", "diamond"];
const ALIKE = 1e-4;

/** The number of a stakeholder's entry in a legend, -1 where it has none. */
export function entryOf(looks: Looks, legend: Legend, i: number): number {
  const { entries, means } = legend;
  // Each colour of a look belongs to one entry; shapes, borders and sizes may be shared by several.
  if (means.includes("colour")) return (looks.colour[i] ?? -1) < entries.length ? (looks.colour[i] ?? -1) : -1;
  return entries.findIndex((entry) => means.every((by) => wears(looks, entry, by, i)));
}

/** Everybody whose mark looks as an entry says. */
export function membersOf(looks: Looks, legend: Legend, entry: number): Set<number> {
  const members = new Set<number>();
  for (let i = 0; i < looks.colour.length; i++) if (entryOf(looks, legend, i) === entry) members.add(i);
  return members;
}

function wears(looks: Looks, entry: LegendEntry, by: Legend["means"][number], i: number): boolean {
  if (by === "shape") return SHAPES[looks.shape[i] ?? 0] === entry.shape;
  if (by === "border") return BORDERS[looks.border?.[i] ?? 0] === entry.border;
  if (by === "size") return Math.abs((looks.size?.[i] ?? 1) - entry.size) < ALIKE;
  return true;
}
