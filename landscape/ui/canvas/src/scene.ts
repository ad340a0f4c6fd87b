// What is on the map: who there is, where they stand, how they look, and the graph that sigma draws.
import { MultiUndirectedGraph } from "graphology";
import { type Band, bandsOf } from "./bands";
import { BORDERS, type Border, type Group, type Looks, NOT_RECORDED, type People, type Places } from "./columns";
import { bendsOf, type LineFacts, type Stroke, strokeOf } from "./lines";
import { markStyle } from "./marks";

/** Above so many relationships the first paint shows bands between regions. */
export const SINGLE_LINES = 300;

export type Columns = People & Places & { crossing: Uint8Array };

export class Scene {
  readonly graph = new MultiUndirectedGraph();
  readonly index = new Map<string, number>();
  /** The most important first: who is brought out, who is drawn largest, who has most relationships. */
  order: number[] = [];
  columns: Columns;
  /** Where they stand at this moment: on their way, or where they belong. */
  standing: { x: Float32Array; y: Float32Array };
  /** The radius of each mark where there is room. */
  radii = new Float32Array();
  bands: Band[] = [];
  /** How many stakeholders and relationships are not left out. */
  seen = { stakeholders: 0, relationships: 0 };
  private hidden = new Uint8Array();
  private hiddenLines = new Uint8Array();
  private starts: Uint32Array | null = null;
  private beside = new Uint32Array();
  private readonly bends: Float32Array | null;

  constructor(
    readonly people: People,
    places: Places,
    public looks: Looks,
    private dark: boolean,
  ) {
    this.columns = together(people, places);
    this.standing = this.columns;
    const { ids, source, target } = people;
    this.bends = bendsOf(source, target);
    this.weigh();
    ids.forEach((id, i) => {
      this.index.set(id, i);
      this.graph.addNode(id, { ...this.placeOf(i), ...this.styleOf(i) });
    });
    for (let k = 0; k < source.length; k++) {
      const [from, to] = [ids[source[k] ?? 0], ids[target[k] ?? 0]];
      this.graph.addEdgeWithKey(String(k), from, to, this.strokeOf(k));
    }
    this.rank();
    this.band();
  }

  get count(): number {
    return this.columns.ids.length;
  }

  /** Other places for the same stakeholders; `x` and `y` may be on their way there. */
  place(places: Places): void {
    this.columns = together(this.people, places);
    this.weigh();
    this.restyle();
    this.graph.updateEachEdgeAttributes((key, attributes) => Object.assign(attributes, this.strokeOf(Number(key))));
    this.band();
  }

  /** Stand at these places for now; the columns keep where everybody belongs. */
  standAt(x: Float32Array, y: Float32Array): void {
    this.standing = { x, y };
    this.graph.updateEachNodeAttributes(
      (id, attributes) => {
        const i = this.index.get(id) ?? 0;
        return Object.assign(attributes, { x: finite(x[i]), y: -finite(y[i]) });
      },
      { attributes: ["x", "y"] },
    );
  }

  /** Another look at the same stakeholders in the same places. */
  look(looks: Looks): void {
    const ranked = looks.size !== this.looks.size || looks.strong !== this.looks.strong;
    const lines = looks.line_shown !== this.looks.line_shown || looks.shown !== this.looks.shown || looks.line_strong !== this.looks.line_strong;
    this.looks = looks;
    if (ranked) this.rank();
    this.weigh();
    this.restyle();
    if (!lines) return;
    this.graph.updateEachEdgeAttributes((key, attributes) => Object.assign(attributes, this.strokeOf(Number(key))));
    this.band();
  }

  recolour(dark: boolean): void {
    this.dark = dark;
    this.restyle();
  }

  /** Whether what is crossed is a boundary with its sides, rather than the groups. */
  get bySides(): boolean {
    return this.columns.scene.endsWith("/sides");
  }

  group(i: number): Group | undefined {
    return this.columns.groups[this.columns.group[i] ?? -1];
  }

  colour(i: number, dark: boolean): string {
    return this.looks.colours[this.looks.colour[i] ?? 0]?.[dark ? 1 : 0] ?? "#BBBBBB";
  }

  /** The colour of a region: that of the group it is, else that of plain ground. */
  regionColour(region: number, dark: boolean): string | null {
    const { regions, groups, scene } = this.columns;
    const part = regions[region]?.part ?? -1;
    if (!scene.endsWith("/groups")) return null;
    const group = groups[part];
    return group ? (dark ? group.colour_dark : group.colour) : null;
  }

  /** Number of the shape in SHAPES. */
  shape(i: number): number {
    return this.looks.shape[i] ?? 0;
  }

  border(i: number): Border {
    return BORDERS[this.looks.border?.[i] ?? 0] ?? "plain";
  }

  /** The radius of a mark where there is room. */
  radius(i: number): number {
    return this.radii[i] ?? 0;
  }

  /** Whether somebody has a place here and no filter leaves them out. */
  visible(i: number): boolean {
    return this.hidden[i] === 0;
  }

  lineVisible(relationship: number): boolean {
    return this.hiddenLines[relationship] === 0;
  }

  strong(i: number): boolean {
    return this.looks.strong?.[i] === 1;
  }

  lineStrong(relationship: number): boolean {
    return this.looks.line_strong?.[relationship] === 1;
  }

  /** Whether others are brought out before this one. */
  recedes(i: number): boolean {
    return this.looks.strong !== null && this.looks.strong[i] !== 1;
  }

  /** Whether some lines are brought out before others. */
  get bringsOutLines(): boolean {
    return this.looks.line_strong !== null;
  }

  /** What a relationship's line says. */
  line(k: number): LineFacts {
    const { depth, basis, status, directed, disputed } = this.columns;
    return {
      depth: depth[k] ?? NOT_RECORDED,
      basis: basis[k] ?? 0,
      status: status[k] ?? 0,
      crossing: this.between(k),
      strong: this.lineStrong(k),
      directed: directed[k] === 1,
      disputed: disputed[k] === 1,
      bend: this.bends?.[k] ?? 0,
    };
  }

  /** Whether a relationship is drawn as one that crosses. */
  between(relationship: number): boolean {
    return this.columns.crossing[relationship] === 1;
  }

  /** The relationships that a stakeholder has, each with who is at the other end. */
  around(i: number): { relationship: number; other: number }[] {
    const { source, target } = this.columns;
    const starts = (this.starts ??= this.arrange());
    const found = [];
    for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k++) {
      const relationship = this.beside[k] ?? 0;
      const one = source[relationship] ?? 0;
      found.push({ relationship, other: one === i ? (target[relationship] ?? 0) : one });
    }
    return found;
  }

  private placeOf(i: number): { x: number; y: number } {
    return { x: finite(this.columns.x[i]), y: -finite(this.columns.y[i]) };
  }

  private styleOf(i: number): Record<string, unknown> {
    return {
      size: this.radius(i),
      color: this.colour(i, this.dark),
      mark: markStyle(this.shape(i), this.looks.border?.[i] ?? 0, this.recedes(i)),
      hidden: !this.visible(i),
    };
  }

  private strokeOf(k: number): Stroke & { hidden: boolean } {
    return Object.assign(strokeOf(this.line(k)), { hidden: !this.lineVisible(k) });
  }

  private rank(): void {
    const { relationships } = this.people;
    const { size, strong } = this.looks;
    this.order = Array.from(relationships.keys());
    this.order.sort(
      (a, b) =>
        (strong ? (strong[b] ?? 0) - (strong[a] ?? 0) : 0) ||
        (size ? (size[b] ?? 0) - (size[a] ?? 0) : 0) ||
        (relationships[b] ?? 0) - (relationships[a] ?? 0) ||
        a - b,
    );
  }

  private restyle(): void {
    this.graph.updateEachNodeAttributes((id, attributes) => Object.assign(attributes, this.styleOf(this.index.get(id) ?? 0)));
  }

  /** Who and what is left out: by a filter, or for want of a place. */
  private weigh(): void {
    const { ids, x, source, target } = this.columns;
    const { shown, line_shown } = this.looks;
    const { size } = this.looks;
    this.radii = Float32Array.from(this.people.relationships, (count, i) => (size ? ORDINARY * (size[i] ?? 1) : radiusOf(count)));
    this.hidden = new Uint8Array(ids.length);
    let stakeholders = 0;
    for (let i = 0; i < ids.length; i++) {
      if (shown?.[i] === 0 || Number.isNaN(x[i])) this.hidden[i] = 1;
      else stakeholders += 1;
    }
    this.hiddenLines = new Uint8Array(source.length);
    let relationships = 0;
    for (let k = 0; k < source.length; k++) {
      if (line_shown?.[k] === 0 || this.hidden[source[k] ?? 0] || this.hidden[target[k] ?? 0]) this.hiddenLines[k] = 1;
      else relationships += 1;
    }
    this.seen = { stakeholders, relationships };
  }

  private band(): void {
    this.bands = this.seen.relationships > SINGLE_LINES ? bandsOf(this.columns, (k) => this.lineVisible(k)) : [];
  }

  private arrange(): Uint32Array {
    const { ids, source, target } = this.columns;
    const starts = new Uint32Array(ids.length + 1);
    for (const ends of [source, target]) {
      for (const end of ends) starts[end + 1] = (starts[end + 1] ?? 0) + 1;
    }
    for (let i = 0; i < ids.length; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
    const next = starts.slice();
    this.beside = new Uint32Array(2 * source.length);
    source.forEach((one, relationship) => {
      for (const end of [one, target[relationship] ?? 0]) {
        this.beside[next[end] ?? 0] = relationship;
        next[end] = (next[end] ?? 0) + 1;
      }
    });
    return starts;
  }
}

/** The radius of an ordinary mark, which a size of 1 stands for. */
const ORDINARY = 7;

/** The radius of a mark where there is room: its area grows with the number of relationships. */
export function radiusOf(relationships: number): number {
  return Math.min(17, 4 + 1.65 * Math.sqrt(relationships));
}

function finite(place: number | undefined): number {
  return place === undefined || Number.isNaN(place) ? 0 : place;
}

/** A relationship crosses where its ends are in two parts; one in no part crosses nothing. */
function together(people: People, places: Places): Columns {
  const { source, target } = people;
  const { part } = places;
  const crossing = new Uint8Array(source.length);
  for (let k = 0; k < source.length; k++) {
    const [from, to] = [part[source[k] ?? 0] ?? -1, part[target[k] ?? 0] ?? -1];
    if (from >= 0 && to >= 0 && from !== to) crossing[k] = 1;
  }
  return { ...people, ...places, crossing };
}
