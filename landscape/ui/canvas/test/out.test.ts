import { expect, test } from "vitest";
import type { LegendEntry, Looks } from "../src/columns";
import { toggled } from "../src/out_alone";
import { SvgPaper } from "../src/out_paper";
import { fontOf } from "../src/out_pen";
import { MARGIN, PROPORTION, ROW, flow, plan } from "../src/out_plan";
import { fileName, forXml, readable } from "../src/out_text";

/** As much of a document as a paper writes into; browser tests use a real one. */
class Piece {
  children: Piece[] = [];
  attributes: Record<string, string> = {};
  textContent = "";
  constructor(readonly tag: string, readonly ownerDocument: { createElementNS: (_: string, tag: string) => Piece }) {}
  setAttribute(name: string, value: string): void {
    this.attributes[name] = value;
  }
  append(...pieces: Piece[]): void {
    this.children.push(...pieces);
  }
}

const DOCUMENT = { createElementNS: (_: string, tag: string): Piece => new Piece(tag, DOCUMENT) };
const RULER = { font: "", measureText: (text: string) => ({ width: 10 * text.length }) as TextMetrics };

function drawn(draw: (context: CanvasRenderingContext2D) => void): Piece[] {
  const host = new Piece("svg", DOCUMENT);
  const paper = new SvgPaper(host as unknown as Element, RULER, "p", { width: 100, height: 100 });
  draw(paper.context);
  paper.end();
  return host.children;
}

test("lines of one style stand together, and those of another apart", () => {
  const groups = drawn((context) => {
    context.strokeStyle = "rgba(181, 83, 42, 0.5)";
    context.setLineDash([5, 4]);
    for (const x of [10, 20]) {
      context.beginPath();
      context.moveTo(x, 0);
      context.lineTo(x, 30.456);
      context.stroke();
    }
    context.setLineDash([]);
    context.beginPath();
    context.moveTo(0, 0);
    context.lineTo(9, 9);
    context.stroke();
  });
  expect(groups.map((group) => group.attributes)).toEqual([
    { fill: "none", stroke: "#b5532a", "stroke-opacity": "0.5", "stroke-width": "1", "stroke-dasharray": "5 4" },
    { fill: "none", stroke: "#b5532a", "stroke-opacity": "0.5", "stroke-width": "1" },
  ]);
  expect(groups[0]?.children.map(({ attributes }) => attributes.d)).toEqual(["M10 0L10 30.46", "M20 0L20 30.46"]);
});

test("a shape that is filled and outlined is one shape", () => {
  const [group, ...more] = drawn((context) => {
    context.beginPath();
    context.arc(50, 50, 10, 0, 2 * Math.PI);
    context.fillStyle = "#44AA99";
    context.fill();
    context.strokeStyle = "#23302E";
    context.lineWidth = 1.5;
    context.stroke();
  });
  expect(more).toEqual([]);
  expect(group?.attributes).toEqual({ fill: "#44aa99", stroke: "#23302e", "stroke-width": "1.5" });
  expect(group?.children.map(({ attributes }) => attributes.d)).toEqual(["M60 50A10 10 0 1 1 40 50A10 10 0 1 1 60 50"]);
});

test("a part of a circle goes the way it was drawn", () => {
  const arcs = (from: number, to: number, backwards: boolean): string | undefined =>
    drawn((context) => {
      context.beginPath();
      context.arc(0, 0, 10, from, to, backwards);
      context.stroke();
    })[0]?.children[0]?.attributes.d;
  expect(arcs(0, Math.PI / 2, false)).toBe("M10 0A10 10 0 0 1 0 10");
  expect(arcs(0, Math.PI / 2, true)).toBe("M10 0A10 10 0 1 0 0 10");
});

test("a name with its outline is one text, as text, where it stood", () => {
  const [group, ...more] = drawn((context) => {
    context.font = "600 14px sans-serif";
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.strokeStyle = "rgba(251, 250, 247, 0.85)";
    context.lineWidth = 4;
    context.strokeText("<b>Reef & \u202esons</b>\u0000", 50, 20);
    context.fillStyle = "#23302E";
    context.fillText("<b>Reef & \u202esons</b>\u0000", 50, 20);
  });
  expect(more).toEqual([]);
  expect(group?.attributes).toMatchObject({
    fill: "#23302e", stroke: "#fbfaf7", "paint-order": "stroke", "font-family": "sans-serif", "font-size": "14",
    "font-weight": "600", "text-anchor": "middle",
  });
  expect(group?.children[0]).toMatchObject({ textContent: "<b>Reef & sons</b>\ufffd", attributes: { x: "50", y: "24.9" } });
});

test("what is turned and moved is drawn where it then lies", () => {
  const [group] = drawn((context) => {
    context.save();
    context.translate(10, 20);
    context.rotate(Math.PI / 2);
    context.beginPath();
    context.moveTo(5, 0);
    context.lineTo(5, 1);
    context.stroke();
    context.restore();
    context.beginPath();
    context.moveTo(5, 0);
    context.lineTo(5, 1);
    context.stroke();
  });
  expect(group?.children.map(({ attributes }) => attributes.d)).toEqual(["M10 25L9 25", "M5 0L5 1"]);
});

test("what is cut out shows only within its path", () => {
  const [shape, group] = drawn((context) => {
    context.save();
    context.beginPath();
    context.rect(0, 0, 10, 10);
    context.clip();
    context.fillRect(5, 5, 20, 20);
    context.restore();
  });
  expect([shape?.tag, shape?.attributes, shape?.children[0]?.attributes]).toEqual(["clipPath", { id: "p-1" }, { d: "M0 0L10 0L10 10L0 10Z" }]);
  expect(group?.attributes["clip-path"]).toBe("url(#p-1)");
});

/** What a canvas can do, by the names of its members. */
const CANVAS = new Set(
  `arc arcTo beginPath bezierCurveTo canvas clearRect clip closePath createConicGradient createImageData createLinearGradient
  createPattern createRadialGradient direction drawFocusIfNeeded drawImage ellipse fill fillRect fillStyle fillText filter font
  fontKerning getContextAttributes getImageData getLineDash getTransform globalAlpha globalCompositeOperation
  imageSmoothingEnabled isPointInPath isPointInStroke letterSpacing lineCap lineDashOffset lineJoin lineTo lineWidth measureText
  miterLimit moveTo putImageData quadraticCurveTo rect reset resetTransform restore rotate roundRect save scale setLineDash
  setTransform shadowBlur shadowColor shadowOffsetX shadowOffsetY stroke strokeRect strokeStyle strokeText textAlign textBaseline
  transform translate wordSpacing`.split(/\s+/),
);

test("paper can do all that the map's own drawing asks of a canvas", () => {
  const sources = import.meta.glob<string>("../src/*.ts", { query: "?raw", import: "default", eager: true });
  const asked = new Map<string, string>();
  for (const [file, text] of Object.entries(sources)) {
    if (file.includes("/out_files") || file.includes("/out_pen") || file.includes("/out_paper")) continue;
    for (const [, name = ""] of text.matchAll(/\b(?:context|ground|above|paper|c|ctx)\.(\w+)/g)) {
      if (CANVAS.has(name)) asked.set(name, file);
    }
  }
  expect(asked.size).toBeGreaterThan(15);
  const paper = new SvgPaper(new Piece("svg", DOCUMENT) as unknown as Element, RULER, "p", { width: 1, height: 1 });
  expect([...asked].filter(([name]) => !(name in paper))).toEqual([]);
});

test("a font is read as a canvas names it", () => {
  expect(fontOf('600 14.5px "Source Sans", sans-serif')).toEqual({
    style: "", weight: "600", size: 14.5, family: '"Source Sans", sans-serif',
  });
  expect(fontOf("italic 12px serif")).toMatchObject({ style: "italic", weight: "", size: 12, family: "serif" });
});

const parts = (w: number, h: number, rows: number) =>
  plan({ picture: { w, h }, rows: Array.from({ length: rows }, () => ({})), title: () => 41, notes: () => 34 });

test("a sheet has the proportions of paper and holds everything whole", () => {
  for (const [w, h, rows] of [[1248, 600, 14], [788, 900, 14], [360, 700, 60], [1248, 600, 0], [200, 60, 40]] as const) {
    const { width, height, picture, legend, notes, seats } = parts(w, h, rows);
    expect(Math.abs(width / height - PROPORTION)).toBeLessThan(0.005);
    expect(picture).toMatchObject({ w, h, y: MARGIN + 41 });
    expect(Math.min(picture.x, legend.x, notes.x)).toBeGreaterThanOrEqual(MARGIN - 1);
    expect(Math.max(picture.x + w, legend.x + legend.w, notes.x + notes.w)).toBeLessThanOrEqual(width - MARGIN + 1);
    expect(seats).toHaveLength(rows);
    expect(legend.y + ROW * Math.max(0, ...seats.map(({ line }) => line + 1))).toBeLessThanOrEqual(notes.y);
    expect(notes.y + notes.h).toBeLessThanOrEqual(height - MARGIN + 1);
  }
});

test("beneath a wide picture there is room for the legend, beside a high one", () => {
  expect(parts(1248, 600, 14).legend.y).toBeGreaterThan(MARGIN + 41 + 600);
  expect(parts(788, 900, 14).legend).toMatchObject({ y: MARGIN + 41 });
});

test("a heading stands with what it heads, and the lines of one entry together", () => {
  const heading = { opens: true };
  const seats = flow([heading, {}, {}, heading, {}, { held: true }], 4);
  expect(seats.map(({ column, line }) => [column, line])).toEqual([[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]]);
  expect(flow([heading, {}, heading, {}], 9).map(({ line }) => line)).toEqual([0, 1, 3, 4]);
});

test("a file is called by its title and its day, as far as file systems take that", () => {
  expect(fileName("The Ossel valley: living with more water", "23 November 2026", "svg")).toBe(
    "The-Ossel-valley-living-with-more-water-map-23-November-2026.svg",
  );
  expect(fileName("../../etc/passwd\u0000\u202e<img>", "", "png")).toBe("etc-passwd-img-map.png");
  expect(fileName("🌊 ", "", "png")).toBe("Landscape-map.png");
  expect(fileName("é".repeat(300), "", "png")).toBe(`${"é".repeat(60)}-map.png`);
});

test("what XML cannot hold is replaced, and names read in their own direction", () => {
  expect(forXml("a\u0000b\u001fc\ud800d\ufffee\tf🌊")).toBe("a\ufffdb\ufffdc\ufffdd\ufffde\tf🌊");
  expect(readable("abc\u202edef\u2066")).toBe("abcdef");
});

const entry = (key: string): LegendEntry => ({
  key, label: key.toUpperCase(), count: 1, colour: "#000000", colour_dark: "#ffffff", shape: "circle", size: 1, border: "plain", hidden: false,
});
const LOOKS: Looks = {
  colours: [], colour: Uint16Array.from([0, 1, 1]), shape: Uint8Array.from([0, 0, 0]), size: null, border: null, shown: null,
  line_shown: null, strong: null, line_strong: null, ghosts: [], words: ["All."],
  legends: [{ title: "Kind", field: "kind", means: ["colour"], entries: [entry("a"), entry("b")], note: "" }],
};

test("on a page of its own, an entry of the legend leaves its stakeholders out and brings them back", () => {
  const without = toggled(LOOKS, "kind", "b");
  expect([...(without.shown ?? [])]).toEqual([1, 0, 0]);
  expect(without.words).toEqual(["All.", "Left out by Kind: B."]);
  const back = toggled({ ...without, words: LOOKS.words }, "kind", "b");
  expect([back.shown, back.words]).toEqual([null, ["All."]]);
  expect(back.legends).toEqual(LOOKS.legends);
});
