// Builds elements; text is only ever set as text.

type Attributes = Record<string, string | number | boolean>;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children);
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/** A small drawing of paths in a square of 16. */
export function icon(...paths: string[]): SVGSVGElement {
  const drawing = document.createElementNS(SVG, "svg");
  for (const [name, value] of [["viewBox", "0 0 16 16"], ["width", "16"], ["height", "16"], ["aria-hidden", "true"]]) {
    drawing.setAttribute(name ?? "", value ?? "");
  }
  for (const d of paths) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    drawing.append(path);
  }
  return drawing;
}

const SHAPE_PATHS = {
  circle: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z",
  square: "M3 3h10v10h-10z",
  triangle: "M8 2l6.2 11h-12.4z",
  diamond: "M8 1.4l6.6 6.6l-6.6 6.6l-6.6-6.6z",
} as const;

export function swatch(shape: keyof typeof SHAPE_PATHS, colour: string): SVGSVGElement {
  const drawing = icon(SHAPE_PATHS[shape]);
  drawing.setAttribute("class", "swatch");
  drawing.style.fill = colour;
  return drawing;
}

/** A line or a gap as the map draws it. */
export function lineSample(kind: string): SVGSVGElement {
  const marks: Record<string, string[]> = {
    directed: ["M10 4.5l4.5 3.5l-4.5 3.5"],
    disputed: ["M8 4.5l3.5 3.5l-3.5 3.5l-3.5-3.5z"],
    notAsked: ["M1 12l4-8M6 12l4-8M11 12l4-8"],
  };
  const whole = kind === "disputed" ? "M0 8h4.5M11.5 8h4.5" : "M0 8h16";
  const drawing = icon(...(kind === "notAsked" ? [] : [whole]), ...(marks[kind] ?? []));
  drawing.setAttribute("class", `sample ${kind}`);
  return drawing;
}

/** A mark as an entry of a legend describes it; without a colour it is an outline. */
export function markSample(
  { shape, size, border }: { shape: keyof typeof SHAPE_PATHS; size: number; border: string },
  colour: string | null,
): SVGSVGElement {
  const drawing = icon(SHAPE_PATHS[shape], ...(border === "double" ? [SHAPE_PATHS[shape]] : []));
  drawing.setAttribute("class", `swatch ${border}`);
  // An ordinary mark leaves room for the largest, which is not quite twice as wide.
  const side = size === 1 ? 14 : 10 * size;
  drawing.style.width = drawing.style.height = `${side}px`;
  drawing.style.margin = `${(20 - side) / 2}px`;
  drawing.style.fill = colour ?? "none";
  return drawing;
}

export function button(label: string, attributes: Attributes, press: () => void, ...children: (Node | string)[]): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, ...(children.length ? children : [label]));
  if (children.length) {
    made.setAttribute("aria-label", label);
    made.title = label;
  }
  made.addEventListener("click", press);
  return made;
}
