// Every text that the map shows or says.

const number = new Intl.NumberFormat("en");
const relationships = (count: number): string =>
  count === 1 ? "1 relationship" : `${number.format(count)} relationships`;

export const WORDS = {
  map: "Map of the landscape. Arrow keys walk between stakeholders, Enter opens one, plus and minus zoom, 0 shows everything.",
  search: "Find a stakeholder",
  nobody: "Nobody is on this map yet.",
  nothingFound: "Nobody by that name",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Show everything",
  close: "Close",
  walk: "Walk from here",
  edit: "Edit",
  legend: "Legend",
  groups: "Groups",
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
  relationships,
  showAll: (count: number) => `Show all ${number.format(count)}`,
  selected: (name: string, group: string, count: number) => `${name}, ${group}, ${relationships(count)}`,
  region: (label: string, count: number) => `${label}\u00a0(${number.format(count)})`,
  count: (count: number) => number.format(count),
};
