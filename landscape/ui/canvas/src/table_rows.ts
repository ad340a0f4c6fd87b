// The rows of the table beside the map: who is shown, in which order, a page at a time.
import type { Legend } from "./columns";
import { entryOf, tellsApart } from "./members";
import type { Scene } from "./scene";
import { plain, plainly } from "./search";
import { WORDS } from "./words";

export const PAGE = 100;

const letters = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** A column that one can sort by: what it says of somebody, and where that stands among the others. */
export interface TableColumn {
  key: string;
  label: string;
  numeric: boolean;
  says: (i: number) => string;
  /** Smaller stands first; NaN, for what is not recorded, always last. */
  rank: (i: number) => number;
}

export interface Order {
  key: string;
  descending: boolean;
}

export const FIRST_ORDER: Order = { key: "relationships", descending: true };

/** Name, group, relationships, and whatever else the marks say at this moment. */
export function columnsOf(scene: Scene): TableColumn[] {
  const { labels, group, relationships } = scene.columns;
  const name = (i: number): string => labels[i] ?? "";
  const names = alphabet(labels);
  const byName = groupRanks(scene);
  const groupOf = (i: number): string => scene.group(i)?.label ?? WORDS.ungrouped;
  const count = (i: number): number => relationships[i] ?? 0;
  const own: TableColumn[] = [
    { key: "name", label: WORDS.name, numeric: false, says: name, rank: (i) => names[i] ?? NaN },
    { key: "group", label: WORDS.group, numeric: false, says: groupOf, rank: (i) => byName[group[i] ?? -1] ?? NaN },
    { key: "relationships", label: WORDS.relationshipsColumn, numeric: true, says: (i) => WORDS.count(count(i)), rank: count },
  ];
  const told = scene.looks.legends.filter(
    (legend) => legend.entries.length > 0 && tellsApart(legend) && !own.some(({ key }) => key === legend.field),
  );
  return [...own, ...told.map((legend) => byLegend(scene, legend))];
}

function groupRanks(scene: Scene): number[] {
  const labels = scene.columns.groups.map(({ label }) => label);
  const places = alphabet(labels);
  // A group without a name is what no group is recorded for.
  return labels.map((label, group) => (label === WORDS.ungrouped ? NaN : (places[group] ?? NaN)));
}

function byLegend(scene: Scene, legend: Legend): TableColumn {
  const { field, title, entries } = legend;
  const { colour } = scene.looks;
  const at = legend.means.includes("colour") ? (i: number) => colour[i] ?? -1 : (i: number) => entryOf(scene.looks, legend, i);
  return {
    key: field,
    label: title,
    numeric: false,
    says: (i) => entries[at(i)]?.label ?? WORDS.notRecorded,
    rank: (i) => (entries[at(i)]?.key ? at(i) : NaN),
  };
}

/** Who is shown on the map and has the text in their name or group. */
export function shownRows(scene: Scene, text: string): number[] {
  const sought = plain(text);
  const groups = scene.columns.groups.map(({ label }) => plain(label).includes(sought));
  const rows: number[] = [];
  plainly(scene.columns.labels).forEach((label, i) => {
    if (!scene.visible(i)) return;
    if (!sought || groups[scene.columns.group[i] ?? -1] || label.includes(sought)) rows.push(i);
  });
  return rows;
}

const alphabets = new WeakMap<readonly string[], Uint32Array>();

/** The place of each name among all by their letters; worked out once, as comparing letters is slow. */
function alphabet(names: readonly string[]): Uint32Array {
  const known = alphabets.get(names);
  if (known) return known;
  const order = names.map((_, i) => i).sort((a, b) => letters.compare(names[a] ?? "", names[b] ?? "") || a - b);
  const places = new Uint32Array(names.length);
  order.forEach((i, place) => (places[i] = place));
  alphabets.set(names, places);
  return places;
}

/** The rows by one column; who are alike there stand by name. */
export function sorted(scene: Scene, rows: readonly number[], columns: readonly TableColumn[], { key, descending }: Order): number[] {
  const column = columns.find((one) => one.key === key) ?? columns[0];
  if (!column) return [...rows];
  const names = alphabet(scene.columns.labels);
  const ranks = new Map(rows.map((i) => [i, column.rank(i)]));
  const turn = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [one = NaN, other = NaN] = [ranks.get(a), ranks.get(b)];
    if (Number.isNaN(one) !== Number.isNaN(other)) return Number.isNaN(one) ? 1 : -1;
    const apart = Number.isNaN(one) ? 0 : one - other;
    return turn * apart || (names[a] ?? 0) - (names[b] ?? 0);
  });
}

/** With whom somebody has a relationship that is shown, by name. */
export function neighboursOf(scene: Scene, i: number): number[] {
  const { labels } = scene.columns;
  const shown = scene.around(i).filter(({ relationship }) => scene.lineVisible(relationship));
  const others = [...new Set(shown.map(({ other }) => other))];
  return others.sort((a, b) => letters.compare(labels[a] ?? "", labels[b] ?? "") || a - b);
}

export function pagesOf(rows: readonly number[]): number {
  return Math.max(1, Math.ceil(rows.length / PAGE));
}
