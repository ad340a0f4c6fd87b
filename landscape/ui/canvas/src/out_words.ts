// Every text of what is taken away from the map.
const number = new Intl.NumberFormat("en");

const some = (count: number, whole: number, one: string, many: string): string =>
  count === whole ? `${number.format(count)} ${count === 1 ? one : many}` : `${number.format(count)} of ${number.format(whole)} ${many}`;

export const OUT_WORDS = {
  away: "Take a picture away",
  print: "Picture to print (PNG)",
  draw: "Drawing to edit (SVG)",
  drawing: "Drawing the picture ...",
  saved: (name: string) => `Saved as ${name}`,
  failed: "This browser could not draw the picture. Take the drawing (SVG) instead.",
  leftOut: (title: string, labels: readonly string[]) => `Left out by ${title}: ${labels.join(", ")}.`,
  title: "A map of a landscape",
  shown: (people: [number, number], lines: [number, number]) =>
    `Shown: ${some(...people, "stakeholder", "stakeholders")}, ${some(...lines, "relationship", "relationships")}.`,
  sources: (sources: readonly string[]) => `Sources: ${sources.join("; ")}.`,
  drawn: (date: string) => (date ? `Drawn with Landscape, ${date}.` : "Drawn with Landscape."),
} as const;
