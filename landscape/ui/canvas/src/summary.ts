// Says in sentences what the map shows, for those who do not see it.
import type { Region } from "./columns";
import type { Scene } from "./scene";
import { WORDS } from "./words";

const MOST_REGIONS = 12;
const MOST_GAPS = 6;
const MOST_CONNECTED = 3;

/** How many stakeholders and relationships are shown, of how many. */
export function shortly(scene: Scene): string {
  const { stakeholders, relationships } = scene.seen;
  return WORDS.shown(stakeholders, scene.count, relationships, scene.columns.source.length);
}

/** Everything that the picture says at a glance. */
export function summaryOf(scene: Scene): string {
  if (!scene.count) return WORDS.nobody;
  const { columns, looks } = scene;
  const sentences = [shortly(scene), WORDS.arrangement(columns.scene.split("/").at(-1) ?? "")];
  if (columns.regions.length) sentences.push(WORDS.parts(regionsInWords(scene)));
  const connected = mostConnected(scene).map((i) => WORDS.withCount(columns.labels[i] ?? "", columns.relationships[i] ?? 0));
  if (connected.length) sentences.push(WORDS.mostConnected(connected));
  for (const { title, means } of looks.legends) sentences.push(WORDS.says(means, title));
  if (looks.strong) sentences.push(WORDS.broughtOut(looks.strong.reduce((sum, strong) => sum + strong, 0)));
  sentences.push(...silences(scene), ...looks.words, columns.absent);
  return sentences.filter(Boolean).join(" ");
}

function mostConnected(scene: Scene): number[] {
  const { relationships } = scene.columns;
  const most: number[] = [];
  relationships.forEach((count, i) => {
    if (!count || !scene.visible(i)) return;
    const at = most.findIndex((other) => count > (relationships[other] ?? 0));
    if (at >= 0) most.splice(at, 0, i);
    else most.push(i);
    if (most.length > MOST_CONNECTED) most.pop();
  });
  return most;
}

function regionsInWords(scene: Scene): string[] {
  const { regions, part } = scene.columns;
  const shown = new Map<number, number>();
  part.forEach((in_, i) => scene.visible(i) && shown.set(in_, (shown.get(in_) ?? 0) + 1));
  const said = [...regions]
    .sort((a, b) => b.count - a.count)
    .map((region) => WORDS.withShown(region.label, shown.get(region.part) ?? 0, region.count));
  return capped(said, MOST_REGIONS);
}

function silences(scene: Scene): string[] {
  const { gaps, regions } = scene.columns;
  const between = (kind: string): string[] =>
    capped(
      gaps.filter((gap) => gap.kind === kind).map(({ source, target }) => pair(regions[source], regions[target])),
      MOST_GAPS,
    );
  const [silent, unasked] = [between("none reported"), between("not asked")];
  return [silent.length ? WORDS.noneReportedBetween(silent) : "", unasked.length ? WORDS.notAskedBetween(unasked) : ""];
}

function pair(one: Region | undefined, other: Region | undefined): string {
  return WORDS.pair(one?.label ?? "", other?.label ?? "");
}

function capped(said: string[], most: number): string[] {
  return said.length > most ? [...said.slice(0, most), WORDS.more(said.length - most)] : said;
}
