// Every text that the map shows or says.

const number = new Intl.NumberFormat("en");
const list = new Intl.ListFormat("en");
const relationships = (count: number): string =>
  count === 1 ? "1 relationship" : `${number.format(count)} relationships`;

const outOf = (shown: number, whole: number): string =>
  shown === whole ? number.format(whole) : `${number.format(shown)} of ${number.format(whole)}`;

const ARRANGEMENTS: Record<string, string> = {
  groups: "They stand by groups.",
  sides: "They stand by the sides of a boundary.",
  rings: "They stand in rings around who is in the middle.",
  free: "They stand freely, near those with whom they have to do.",
  drawn: "They stand as in the file that brought their places along.",
  grid: "They stand by influence and interest.",
  levels: "They stand by levels of scale.",
  places: "They stand where they are on the ground.",
};

export const WORDS = {
  map: "Map of the landscape. Arrow keys walk between stakeholders, Enter opens one, plus and minus zoom, 0 shows everything.",
  search: "Find a stakeholder or a group",
  nobody: "Nobody is on this map yet.",
  nothingFound: "Nobody and no group by that name",
  notShown: (group: string) => `${group} · left out by a filter`,
  groupOf: (count: number) => `Group of ${number.format(count)}`,
  notes: "What is left out",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Show everything",
  close: "Close",
  walk: "Walk from here",
  edit: "Edit",
  legend: "Legend",
  lines: "Lines",
  neighbours: "In relationship with",
  noNeighbours: "No relationship recorded.",
  ungrouped: "No group recorded",
  pinned: "Placed by hand",
  unselected: "Nobody selected",
  within: "Within a group",
  between: "Between groups",
  bands: "Between groups, with their number",
  assumed: "Assumed, not confirmed",
  dormant: "Dormant",
  disputed: "Reports differ",
  directed: "Goes one way",
  noneReported: "None reported between them",
  notAsked: "Nobody was asked",
  means: (means: readonly string[]) => `by ${list.format(means)}`,
  leaveOut: (label: string) => `Leave out: ${label}`,
  bringBack: (label: string) => `Show again: ${label}`,
  twin: "The same as a table",
  twinCaption: "Everybody whom the map shows. Arrow keys walk through the rows; a name selects on the map, a neighbour leads to their row.",
  filterTable: "Filter by name or group",
  pages: "Pages of the table",
  pageBefore: "Rows before",
  pageAfter: "Further rows",
  name: "Name",
  group: "Group",
  relationshipsColumn: "Relationships",
  notRecorded: "Not recorded",
  noneShown: "None shown",
  noRows: "Nobody on the map by that name or group.",
  rows: (from: number, to: number, rows: number, whole: number) =>
    `${number.format(from)} to ${number.format(to)} of ${number.format(rows)}` +
    (rows < whole ? `, from ${number.format(whole)} in the landscape` : ""),
  more: (count: number) => `${number.format(count)} more`,
  views: "Saved views",
  presentation: "Presentation",
  present: "Present",
  next: "Next view",
  back: "View before",
  endPresenting: "End",
  fullScreen: "Full screen",
  noView: "The map",
  position: (at: number, of: number) => `${number.format(at)} of ${number.format(of)}`,
  countOfViews: (count: number) => (count === 1 ? "1 saved view" : `${number.format(count)} saved views`),
  shown: (stakeholders: number, ofStakeholders: number, shown: number, ofShown: number) =>
    `${outOf(stakeholders, ofStakeholders)} ${ofStakeholders === 1 ? "stakeholder" : "stakeholders"} and ` +
    `${outOf(shown, ofShown)} ${ofShown === 1 ? "relationship" : "relationships"} are shown.`,
  arrangement: (name: string) => ARRANGEMENTS[name] ?? "",
  parts: (said: readonly string[]) => `There are ${list.format(said)}.`,
  withShown: (label: string, shown: number, count: number) => `${label} (${outOf(shown, count)})`,
  withCount: (label: string, count: number) => `${label} (${number.format(count)})`,
  mostConnected: (said: readonly string[]) => `Most connected: ${list.format(said)}.`,
  says: (means: readonly string[], title: string) => `The ${list.format(means)} of a mark ${means.length > 1 ? "say" : "says"}: ${title}.`,
  broughtOut: (count: number) => `${number.format(count)} are brought out before the others.`,
  pair: (one: string, other: string) => `${one} and ${other}`,
  noneReportedBetween: (pairs: readonly string[]) => `No relationship is reported between ${pairs.join("; ")}.`,
  notAskedBetween: (pairs: readonly string[]) => `Nobody was asked about relationships between ${pairs.join("; ")}.`,
  relationships,
  showAll: (count: number) => `Show all ${number.format(count)}`,
  selected: (name: string, group: string, count: number) => `${name}, ${group}, ${relationships(count)}`,
  region: (label: string, count: number) => `${label}\u00a0(${number.format(count)})`,
  count: (count: number) => number.format(count),
};
