// Moves marks along with a hand, all by the same way, and tells where they were put.
import type { LandscapeMap } from "./map";

/** Above so many, all marks are placed at once instead of one by one. */
const MANY = 200;

export class Carry {
  private readonly began: { i: number; x: number; y: number }[];
  private went = { right: 0, down: 0 };

  constructor(
    private readonly map: LandscapeMap,
    moved: readonly number[],
  ) {
    const { x, y } = map.scene.columns;
    this.began = moved.map((i) => ({ i, x: x[i] ?? 0, y: y[i] ?? 0 }));
  }

  get members(): number[] {
    return this.began.map(({ i }) => i);
  }

  /** So far from where they began, in the map's own measure. */
  by(right: number, down: number): void {
    const { scene } = this.map;
    const { columns, graph } = scene;
    this.went = { right, down };
    for (const { i, x, y } of this.began) {
      [columns.x[i], columns.y[i]] = [x + right, y + down];
      if (this.began.length <= MANY) graph.mergeNodeAttributes(columns.ids[i] ?? "", { x: x + right, y: -(y + down) });
    }
    if (this.began.length > MANY) scene.standAt(columns.x, columns.y);
  }

  /** So much further than they have come. */
  further(right: number, down: number): void {
    this.by(this.went.right + right, this.went.down + down);
  }

  /** They stay there, pinned; the page hears of all of them together. Returns whether any moved. */
  letGo(): boolean {
    if (!this.went.right && !this.went.down) return false;
    const { columns } = this.map.scene;
    for (const { i } of this.began) columns.pinned[i] = 1;
    this.map.queue.push(
      ...this.began.map(({ i }) => ({
        type: "move" as const, id: columns.ids[i] ?? "", x: columns.x[i] ?? 0, y: columns.y[i] ?? 0,
      })),
    );
    return true;
  }

  back(): void {
    this.by(0, 0);
  }
}
