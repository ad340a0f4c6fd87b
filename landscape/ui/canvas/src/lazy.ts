// A program of sigma that is compiled once there is something to draw with it.
import type Sigma from "sigma";
import type { AbstractEdgeProgram, EdgeProgramType } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";

/** Most landscapes have no line with a sign and none that bends; their first frame does not wait for these. */
export function lazily(Program: EdgeProgramType): EdgeProgramType {
  class Lazy {
    drawLabel = undefined;
    private program: AbstractEdgeProgram | null = null;

    constructor(
      private readonly gl: WebGLRenderingContext,
      private readonly picking: WebGLFramebuffer | null,
      private readonly renderer: Sigma,
    ) {}

    reallocate(capacity: number): void {
      if (capacity > 0) this.program ??= new Program(this.gl, this.picking, this.renderer);
      this.program?.reallocate(capacity);
    }

    process(edge: number, offset: number, from: NodeDisplayData, to: NodeDisplayData, data: EdgeDisplayData): void {
      this.program?.process(edge, offset, from, to, data);
    }

    render(params: RenderParams): void {
      this.program?.render(params);
    }

    kill(): void {
      this.program?.kill();
    }
  }
  return Lazy as unknown as EdgeProgramType;
}
