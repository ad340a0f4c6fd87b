// Text as files may hold it: what XML can carry, and what a file may be called.

/** Characters that no XML document may hold, nor half a letter. */
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Turns of the reading direction, which would reach beyond the name that holds them. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

export function forXml(text: string): string {
  return text.replace(UNFIT, "\ufffd");
}

/** Text to be read: without what turns the words around it. */
export function readable(text: string): string {
  return forXml(text).replace(TURNS, "");
}

/** What a file is called: the title as far as file systems take it, then what it is and its day. */
export function fileName(title: string, date: string, ending: string): string {
  const told = readable(title)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  const kept = [...told].slice(0, 60).join("").replace(/-+$/, "");
  const day = date.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  return `${[kept || "Landscape", "map", day].filter(Boolean).join("-")}.${ending}`;
}
