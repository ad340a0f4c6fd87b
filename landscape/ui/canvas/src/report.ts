// Tells browser tests what is on the screen, where they asked for it.
import type { CameraState } from "sigma/types";
import type { Ink } from "./ink";
import type { Screen, Written } from "./overlay";
import { overlappingDiscs } from "./regions";
import type { Scene } from "./scene";

interface Report extends Record<string, unknown> {
  firstFrame: number;
  frames: number;
}

declare global {
  interface Window {
    __landscapeMap?: Report;
  }
}

export const report = {
  first(test: boolean, milliseconds: number): void {
    performance.mark("landscape-map-first-frame");
    if (test) window.__landscapeMap = { firstFrame: milliseconds, frames: 0 };
  },

  frame(scene: Scene, screen: Screen, written: Written, camera: CameraState, ink: Ink): void {
    const told = (window.__landscapeMap ??= { firstFrame: NaN, frames: 0 });
    told.frames += 1;
    told.camera = { ...camera };
    told.size = { width: screen.width, height: screen.height };
    told.labels = written.labels.map(({ text, x, y, w, h, cut, of }) => ({ text, x, y, w, h, cut, id: scene.columns.ids[of] }));
    told.names = written.names.map(({ lines, x, y, w, h, region }) => ({
      text: lines.join(" ").replaceAll("\u00a0", " "), x, y, w, h, cut: false, id: scene.columns.regions[region]?.id,
    }));
    told.numbers = written.numbers;
    told.regions = screen.discs.map((disc, i) => ({
      ...disc, id: scene.columns.regions[i]?.id, label: scene.columns.regions[i]?.label,
    }));
    told.overlappingRegions = overlappingDiscs(screen.discs);
    told.covered = screen.covered;
    told.grounds = screen.grounds.map(({ kind, label }) => ({ kind, label }));
    told.groundLabels = written.grounds;
    told.gaps = screen.gaps.map(({ gap, kind, x1, y1, x2, y2 }) => ({ gap, kind, x: (x1 + x2) / 2, y: (y1 + y2) / 2 }));
    told.ghosts = scene.looks.ghosts.map(({ key, label }) => ({ key, label }));
    told.arrived = screen.arrived;
    told.shown = { ...scene.seen };
    told.strong = () => strongOf(scene);
    told.opacity = { within: ink.within, between: ink.between };
    told.counts = { stakeholders: scene.count, relationships: scene.columns.source.length, bands: scene.bands.length };
    told.at = (id: string): { x: number; y: number } | null => {
      const i = scene.index.get(id);
      return i === undefined ? null : { x: screen.x[i] ?? 0, y: screen.y[i] ?? 0 };
    };
  },
};

/** The ids of those who are brought out, and how many of the relationships that show. */
function strongOf(scene: Scene): { stakeholders: string[]; relationships: number } {
  const { ids, source } = scene.columns;
  let relationships = 0;
  for (let k = 0; k < source.length; k++) if (scene.lineStrong(k) && scene.lineVisible(k)) relationships += 1;
  return { stakeholders: ids.filter((_, i) => scene.strong(i) && scene.visible(i)), relationships };
}
