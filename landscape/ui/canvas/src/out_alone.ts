// A map on a page of its own: no server hears of a gesture, so entries of the legend filter right here.
import type { Head, Looks } from "./columns";
import type { LandscapeMap } from "./map";
import { entryOf } from "./members";
import { OUT_WORDS } from "./out_words";

export function isAlone({ about }: Pick<Head, "about">): boolean {
  return about.alone === true;
}

/** What each map was told to say before anything was left out by hand. */
const FIRST = new WeakMap<LandscapeMap, readonly string[]>();

export function filterHere(map: LandscapeMap, field: string, key: string): void {
  const { looks } = map.whole;
  const before = looks.read();
  const words = FIRST.get(map) ?? before.words;
  FIRST.set(map, words);
  const after = toggled({ ...before, words: [...words] }, field, key);
  map.update(map.head, { ...map.whole, looks: { rev: `${looks.rev}+`, read: () => after } });
}

/** The same looks with one entry of a legend left out, or brought back. */
export function toggled(looks: Looks, field: string, key: string): Looks {
  const legends = looks.legends.map((legend) => ({
    ...legend,
    entries: legend.entries.map((entry) =>
      legend.field === field && entry.key === key ? { ...entry, hidden: !entry.hidden } : entry,
    ),
  }));
  const changed = { ...looks, legends };
  const left = legends.filter(({ entries }) => entries.some(({ hidden }) => hidden));
  const shown = new Uint8Array(looks.colour.length).fill(1);
  for (const legend of left) {
    for (let i = 0; i < shown.length; i++) if (legend.entries[entryOf(changed, legend, i)]?.hidden) shown[i] = 0;
  }
  const told = left.map(({ title, entries }) => OUT_WORDS.leftOut(title, entries.filter(({ hidden }) => hidden).map(({ label }) => label)));
  return { ...changed, shown: left.length ? shown : null, words: [...looks.words, ...told] };
}
