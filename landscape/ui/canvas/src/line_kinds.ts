// Which kinds of lines and gaps the map draws at this moment.
import { BASIS, STATUS } from "./columns";
import type { Scene } from "./scene";
import { WORDS } from "./words";

export type LineKind =
  | "within" | "between" | "bands" | "assumed" | "dormant" | "disputed" | "directed" | "noneReported" | "notAsked";

/** The kinds that occur among what is shown, in the order of the legend. */
export function lineKinds(scene: Scene): LineKind[] {
  const { basis, status, disputed, directed, crossing, regions, gaps } = scene.columns;
  const kinds = new Set<LineKind>();
  for (let k = 0; k < crossing.length; k++) {
    if (!scene.lineVisible(k)) continue;
    kinds.add(crossing[k] ? "between" : "within");
    if (basis[k] === BASIS.assumed) kinds.add("assumed");
    if (status[k] !== STATUS.live) kinds.add("dormant");
    if (disputed[k]) kinds.add("disputed");
    if (directed[k]) kinds.add("directed");
  }
  // Where nothing is divided, a line is within nothing.
  if (!regions.length && !kinds.has("between")) kinds.delete("within");
  if (scene.bands.length) {
    kinds.delete("between");
    kinds.add("bands");
  }
  for (const { kind } of gaps) kinds.add(kind === "not asked" ? "notAsked" : "noneReported");
  return ORDER.filter((kind) => kinds.has(kind));
}

const ORDER: readonly LineKind[] = [
  "within", "between", "bands", "assumed", "dormant", "disputed", "directed", "noneReported", "notAsked",
];

/** What a kind is called: where the map is arranged by sides, these are what is crossed. */
export function lineWords(scene: Scene, kind: LineKind): string {
  if (!scene.bySides) return WORDS[kind];
  const ofSides: Partial<Record<LineKind, string>> = {
    within: WORDS.withinSide, between: WORDS.betweenSides, bands: WORDS.bandsOfSides,
  };
  return ofSides[kind] ?? WORDS[kind];
}
