// What is on the map: the columns, the graph that sigma draws, and who is next to whom.
import { MultiUndirectedGraph } from "graphology";
import { type Band, bandsOf } from "./bands";
import { BASIS, type Columns, type Group, NOT_RECORDED, STATUS } from "./columns";
import { SHAPES } from "./marks";
import { strokeStyle } from "./strokes";

/** Above so many relationships the first paint shows bands between groups. */
export const SINGLE_LINES = 300;

const UNGROUPED = { colour: "#BBBBBB", colour_dark: "#BBBBBB", shape: "circle" } as const;

export class Scene {
  readonly graph = new MultiUndirectedGraph();
  readonly index = new Map<string, number>();
  readonly bands: Band[];
  /** Stakeholders with most relationships first. */
  readonly order: number[];
  private starts: Uint32Array | null = null;
  private beside = new Uint32Array();

  constructor(
    readonly columns: Columns,
    dark: boolean,
  ) {
    const { ids, x, y, relationships, source, target } = columns;
    ids.forEach((id, i) => {
      this.index.set(id, i);
      this.graph.addNode(id, {
        x: x[i],
        y: -(y[i] ?? 0),
        size: radiusOf(relationships[i] ?? 0),
        color: this.colour(i, dark),
        shape: this.shape(i),
      });
    });
    for (let i = 0; i < source.length; i++) {
      const depth = columns.depth[i] ?? NOT_RECORDED;
      this.graph.addEdge(ids[source[i] ?? 0], ids[target[i] ?? 0], {
        size: depth === NOT_RECORDED ? 1.1 : 0.8 + 0.3 * depth,
        stroke: strokeStyle(
          this.between(i),
          columns.basis[i] === BASIS.assumed,
          columns.status[i] !== STATUS.live,
        ),
      });
    }
    this.bands = source.length > SINGLE_LINES ? bandsOf(columns) : [];
    this.order = ids.map((_, i) => i);
    this.order.sort((a, b) => (relationships[b] ?? 0) - (relationships[a] ?? 0) || a - b);
  }

  get count(): number {
    return this.columns.ids.length;
  }

  group(i: number): Group | undefined {
    return this.columns.groups[this.columns.group[i] ?? -1];
  }

  colour(i: number, dark: boolean): string {
    const style = this.group(i) ?? UNGROUPED;
    return dark ? style.colour_dark : style.colour;
  }

  shape(i: number): number {
    return SHAPES.indexOf(this.group(i)?.shape ?? UNGROUPED.shape);
  }

  /** Whether a relationship is drawn as one that crosses. */
  between(relationship: number): boolean {
    return this.columns.crossing[relationship] === 1;
  }

  recolour(dark: boolean): void {
    this.graph.updateEachNodeAttributes((id, attributes) => {
      attributes.color = this.colour(this.index.get(id) ?? 0, dark);
      return attributes;
    });
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

/** The radius of a mark where there is room: its area grows with the number of relationships. */
export function radiusOf(relationships: number): number {
  return Math.min(17, 4 + 1.65 * Math.sqrt(relationships));
}
