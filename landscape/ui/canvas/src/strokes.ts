// The WebGL programs that draw relationships: straight or bent; solid, dashed or faint; in two colours.
import { EdgeProgram } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import type { ProgramInfo } from "sigma/rendering";
import { type Ink, rgb } from "./ink";
import type { Stroke } from "./lines";

/** What the program of signs shares: style, opacity and the way from one end to the other in pixels. */
export const SHARED = `
uniform mat3 u_matrix;
uniform vec2 u_view;
uniform vec3 u_crossing;
uniform vec3 u_inner;
uniform vec3 u_text;
uniform float u_between;
uniform float u_within;
uniform float u_receding;
uniform float u_signs;
float crossing;
float dashed;
float strong;
vec4 inked(float style) {
  strong = step(8.0, style);
  style -= 8.0 * strong;
  float faint = step(4.0, style);
  style -= 4.0 * faint;
  dashed = step(2.0, style);
  crossing = style - 2.0 * dashed;
  float alpha = mix(u_within, u_between, crossing) * mix(1.0, 0.35, faint) * u_receding;
  alpha = mix(alpha, mix(0.9, 0.5, faint), strong);
  return vec4(mix(mix(u_inner, u_text, strong), u_crossing, crossing), alpha);
}
vec2 pixels(vec2 place) { return (u_matrix * vec3(place, 1)).xy * 0.5 * u_view; }
float sag(float bend, float far) { return bend * min(12.0, 0.14 * far); }
`;

const vertex = (bent: boolean): string => `
attribute vec2 a_from;
attribute vec2 a_to;
attribute float a_width;
attribute float a_style;
${bent ? "attribute float a_bend;" : ""}
attribute float a_end;
attribute float a_side;
varying vec4 v_color;
varying float v_along;
varying float v_dashed;
varying float v_side;
varying float v_half;
${SHARED}
void main() {
  v_color = inked(a_style);
  v_dashed = dashed;
  vec2 from = pixels(a_from);
  vec2 to = pixels(a_to);
  float far = max(length(to - from), 0.001);
  vec2 ahead = (to - from) / far;
  vec2 place = mix(from, to, a_end);
  v_half = (a_width + strong) * 0.5;
  float reach = v_half + 0.7;
  ${bent ? `
  float off = sag(a_bend, far);
  place += vec2(-ahead.y, ahead.x) * 4.0 * off * a_end * (1.0 - a_end);
  ahead = normalize(ahead * far + vec2(-ahead.y, ahead.x) * 4.0 * off * (1.0 - 2.0 * a_end));` : ""}
  place += vec2(-ahead.y, ahead.x) * a_side * reach;
  v_side = a_side * reach;
  v_along = a_end * far;
  gl_Position = v_color.a < 0.004 ? vec4(2, 2, 2, 1) : vec4(place / (0.5 * u_view), 0, 1);
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

export const UNIFORMS = [
  "u_matrix", "u_view", "u_crossing", "u_inner", "u_text", "u_between", "u_within", "u_receding", "u_signs",
] as const;
const { FLOAT, TRIANGLE_STRIP } = WebGLRenderingContext;
/** A bent line consists of so many straight pieces. */
const PIECES = 12;

const strip = (pieces: number): number[][] =>
  Array.from({ length: 2 * (pieces + 1) }, (_, i) => [Math.floor(i / 2) / pieces, i % 2 ? -1 : 1]);

/** Whether any line can be seen. */
export function drawsLines(ink: Ink): boolean {
  return ink.between > 0 || ink.within > 0 || ink.receding < 1;
}

export function setInk(gl: WebGLRenderingContext, at: ProgramInfo["uniformLocations"], params: RenderParams, ink: Ink): void {
  gl.uniformMatrix3fv(at.u_matrix!, false, params.matrix);
  gl.uniform2f(at.u_view!, params.width, params.height);
  gl.uniform3f(at.u_crossing!, ...rgb(ink.crossing));
  gl.uniform3f(at.u_inner!, ...rgb(ink.inner));
  gl.uniform3f(at.u_text!, ...rgb(ink.text));
  gl.uniform1f(at.u_between!, ink.between);
  gl.uniform1f(at.u_within!, ink.within);
  gl.uniform1f(at.u_receding!, ink.receding);
  gl.uniform1f(at.u_signs!, ink.signs);
}

/** A program class whose colours and opacities follow `ink`; where both are 0 nothing is drawn. */
export function strokesProgram(ink: Ink, bent = false) {
  return class Strokes extends EdgeProgram<(typeof UNIFORMS)[number]> {
    getDefinition() {
      return {
        VERTICES: bent ? 2 * (PIECES + 1) : 4,
        VERTEX_SHADER_SOURCE: vertex(bent),
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLE_STRIP as 5,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_from", size: 2, type: FLOAT },
          { name: "a_to", size: 2, type: FLOAT },
          { name: "a_width", size: 1, type: FLOAT },
          { name: "a_style", size: 1, type: FLOAT },
          ...(bent ? [{ name: "a_bend", size: 1, type: FLOAT }] : []),
        ],
        CONSTANT_ATTRIBUTES: [
          { name: "a_end", size: 1, type: FLOAT },
          { name: "a_side", size: 1, type: FLOAT },
        ],
        CONSTANT_DATA: strip(bent ? PIECES : 1),
      };
    }

    override render(params: RenderParams): void {
      if (drawsLines(ink)) super.render(params);
    }

    processVisibleItem(_: number, start: number, from: NodeDisplayData, to: NodeDisplayData, data: EdgeDisplayData): void {
      const { array } = this;
      const line = data as EdgeDisplayData & Stroke;
      array[start++] = from.x;
      array[start++] = from.y;
      array[start++] = to.x;
      array[start++] = to.y;
      array[start++] = line.size;
      array[start++] = line.stroke;
      if (bent) array[start++] = line.bend;
    }

    setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
      setInk(gl as WebGLRenderingContext, uniformLocations, params, ink);
    }
  };
}
