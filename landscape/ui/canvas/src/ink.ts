// The colours of the page that the map is drawn with, and how strongly its lines show.

export type Rgb = [number, number, number];

export interface Ink {
  dark: boolean;
  paper: string;
  panel: string;
  text: string;
  accent: string;
  font: string;
  crossing: string;
  inner: string;
  /** Opacity of single lines between groups and within one. */
  between: number;
  within: number;
  /** What is left of these where some lines are brought out: 1 where none is. */
  receding: number;
  /** How strongly heads and diamonds show on lines: less where there are many. */
  signs: number;
}

/** Lines within a region may not hide its marks. */
export const STRONGEST_WITHIN = 0.2;

/** Red, green and blue from 0 to 1 of a colour as browsers compute it or as `#rrggbb`. */
export function rgb(colour: string): Rgb {
  const hex = /^#([0-9a-f]{6})/i.exec(colour.trim());
  if (hex?.[1]) {
    const value = parseInt(hex[1], 16);
    return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
  }
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [r / 255, g / 255, b / 255];
}

/** The first part of each colour that was asked for; a frame asks for the same few hundreds of times. */
const READ = new Map<string, string>();

export function withAlpha(colour: string, alpha: number): string {
  let read = READ.get(colour);
  if (read === undefined) {
    const [r, g, b] = rgb(colour).map((part) => Math.round(part * 255));
    read = `rgba(${r}, ${g}, ${b}, `;
    if (READ.size > 500) READ.clear();
    READ.set(colour, read);
  }
  return `${read}${alpha})`;
}

export function isDark(colour: string): boolean {
  const [r, g, b] = rgb(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 0.4;
}

export interface Palette {
  crossing: [light: string, dark: string];
  inner: [light: string, dark: string];
}

/** Reads the theme into `ink`, which the programs share. Returns whether anything differs. */
export function readInk(ink: Ink, root: HTMLElement, palette: Palette): boolean {
  const style = getComputedStyle(root);
  const read = (name: string, fallback: string): string => {
    const value = style.getPropertyValue(name).trim();
    return value && value !== "unset" ? value : fallback;
  };
  const before = dressed(ink);
  ink.paper = read("--st-background-color", "#FBFAF7");
  ink.panel = read("--st-secondary-background-color", "#F2EFE8");
  ink.text = read("--st-text-color", "#23302E");
  ink.accent = read("--st-primary-color", "#0F6B66");
  ink.font = read("--st-font", "sans-serif");
  if (matchMedia("(forced-colors: active)").matches) force(ink, root);
  if (matchMedia("(forced-colors: active)").matches) {
    // What the system sets for elements holds for what is drawn as well.
    [ink.paper, ink.panel, ink.text, ink.accent] = [style.backgroundColor, style.backgroundColor, style.color, style.outlineColor];
  }
  ink.dark = isDark(ink.paper);
  ink.crossing = palette.crossing[ink.dark ? 1 : 0];
  ink.inner = palette.inner[ink.dark ? 1 : 0];
  return dressed(ink) !== before;
}

/** What the theme decides, without what differs at each zoom. */
function dressed({ paper, panel, text, accent, font, dark, crossing, inner }: Ink): string {
  return JSON.stringify([paper, panel, text, accent, font, dark, crossing, inner]);
}

/** The colours that the system has every page use; a canvas has to ask for them. */
function force(ink: Ink, root: HTMLElement): void {
  const probe = document.createElement("span");
  root.append(probe);
  const ask = (name: string): string => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  };
  ink.paper = ask("Canvas");
  ink.panel = ask("Canvas");
  ink.text = ask("CanvasText");
  ink.accent = ask("Highlight");
  probe.remove();
}
