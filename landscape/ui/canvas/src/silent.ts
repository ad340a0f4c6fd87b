// Programs that draw nothing, in the place of those that sigma would compile and the map does not use.
import type { NodeProgramType } from "sigma/rendering";

class Silent {
  drawLabel = undefined;
  drawHover = undefined;
  kill(): void {}
  reallocate(): void {}
  process(): void {}
  render(): void {}
}

export const SILENT_MARKS = Silent as unknown as NodeProgramType;
