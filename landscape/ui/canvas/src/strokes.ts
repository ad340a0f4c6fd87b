// The WebGL program that draws relationships: solid, dashed or faint, in two colours.
import { EdgeProgram } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import type { ProgramInfo } from "sigma/rendering";
import { type Ink, rgb } from "./ink";

/** What a line says, packed into one number for the program. */
export function strokeStyle(crossing: boolean, dashed: boolean, faint: boolean): number {
  return (crossing ? 1 : 0) + (dashed ? 2 : 0) + (faint ? 4 : 0);
}

const VERTEX = `
attribute vec2 a_from;
attribute vec2 a_to;
attribute float a_width;
attribute float a_style;
attribute float a_end;
attribute float a_side;
uniform mat3 u_matrix;
uniform vec2 u_view;
uniform vec3 u_crossing;
uniform vec3 u_inner;
uniform float u_between;
uniform float u_within;
varying vec4 v_color;
varying float v_along;
varying float v_dashed;
varying float v_side;
varying float v_half;
void main() {
  float faint = step(4.0, a_style);
  float style = a_style - 4.0 * faint;
  v_dashed = step(2.0, style);
  float crossing = style - 2.0 * v_dashed;
  float alpha = mix(u_within, u_between, crossing) * mix(1.0, 0.35, faint);
  vec2 from = (u_matrix * vec3(a_from, 1)).xy * 0.5 * u_view;
  vec2 to = (u_matrix * vec3(a_to, 1)).xy * 0.5 * u_view;
  float far = max(length(to - from), 0.001);
  vec2 ahead = (to - from) / far;
  v_half = a_width * 0.5;
  float reach = v_half + 0.7;
  vec2 place = mix(from, to, a_end) + vec2(-ahead.y, ahead.x) * a_side * reach;
  v_side = a_side * reach;
  v_along = a_end * far;
  v_color = vec4(mix(u_inner, u_crossing, crossing), alpha);
  gl_Position = alpha < 0.004 ? vec4(2, 2, 2, 1) : vec4(place / (0.5 * u_view), 0, 1);
}`;

const FRAGMENT = `
precision mediump float;
varying vec4 v_color;
varying float v_along;
varying float v_dashed;
varying float v_side;
varying float v_half;
void main() {
  #ifdef PICKING_MODE
  discard;
  #else
  if (v_dashed > 0.5 && mod(v_along, 9.0) > 5.0) discard;
  float alpha = v_color.a * (1.0 - smoothstep(v_half - 0.5, v_half + 0.5, abs(v_side)));
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
  #endif
}`;

const UNIFORMS = ["u_matrix", "u_view", "u_crossing", "u_inner", "u_between", "u_within"] as const;
const { FLOAT, TRIANGLES } = WebGLRenderingContext;

type Stroke = EdgeDisplayData & { stroke: number };

/** A program class whose colours and opacities follow `ink`; where both are 0 nothing is drawn. */
export function strokesProgram(ink: Ink) {
  return class Strokes extends EdgeProgram<(typeof UNIFORMS)[number]> {
    getDefinition() {
      return {
        VERTICES: 6,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES as 4,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_from", size: 2, type: FLOAT },
          { name: "a_to", size: 2, type: FLOAT },
          { name: "a_width", size: 1, type: FLOAT },
          { name: "a_style", size: 1, type: FLOAT },
        ],
        CONSTANT_ATTRIBUTES: [
          { name: "a_end", size: 1, type: FLOAT },
          { name: "a_side", size: 1, type: FLOAT },
        ],
        CONSTANT_DATA: [[0, 1], [0, -1], [1, 1], [1, 1], [0, -1], [1, -1]],
      };
    }

    override render(params: RenderParams): void {
      if (ink.between > 0 || ink.within > 0) super.render(params);
    }

    processVisibleItem(_: number, start: number, from: NodeDisplayData, to: NodeDisplayData, data: EdgeDisplayData): void {
      const { array } = this;
      array[start++] = from.x;
      array[start++] = from.y;
      array[start++] = to.x;
      array[start++] = to.y;
      array[start++] = data.size;
      array[start++] = (data as Stroke).stroke;
    }

    setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
      gl.uniformMatrix3fv(at.u_matrix!, false, params.matrix);
      gl.uniform2f(at.u_view!, params.width, params.height);
      gl.uniform3f(at.u_crossing!, ...rgb(ink.crossing));
      gl.uniform3f(at.u_inner!, ...rgb(ink.inner));
      gl.uniform1f(at.u_between!, ink.between);
      gl.uniform1f(at.u_within!, ink.within);
    }
  };
}
