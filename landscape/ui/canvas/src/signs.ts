// The WebGL program of what stands on lines: a head where one has a direction, a diamond where raters differ.
import { EdgeProgram, type EdgeProgramType, createEdgeCompoundProgram } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import type { ProgramInfo } from "sigma/rendering";
import { type Ink, rgb } from "./ink";
import { lazily } from "./lazy";
import { BEFORE_RIM, DIAMOND, HEAD_SLOPE, type Stroke } from "./lines";
import { drawsLines, setInk, SHARED, strokesProgram, UNIFORMS } from "./strokes";

const VERTEX = `
attribute vec2 a_from;
attribute vec2 a_to;
attribute float a_radius;
attribute float a_style;
attribute float a_bend;
attribute float a_signs;
attribute vec2 a_corner;
attribute float a_part;
uniform float u_sizeRatio;
varying vec4 v_color;
varying vec2 v_place;
varying float v_part;
varying float v_length;
varying float v_least;
varying float v_shown;
${SHARED}
void main() {
  v_color = inked(a_style);
  float shown = mix(u_signs, 1.0, strong);
  v_least = mix(0.45, 0.75, max(crossing, strong)) * mix(u_receding, 1.0, strong) * shown;
  v_color.a = min(0.95, v_color.a * 1.7) * shown;
  float disputed = step(2.0, a_signs);
  float directed = a_signs - 2.0 * disputed;
  vec2 from = pixels(a_from);
  vec2 to = pixels(a_to);
  float far = max(length(to - from), 0.001);
  vec2 ahead = (to - from) / far;
  vec2 aside = vec2(-ahead.y, ahead.x);
  float off = sag(a_bend, far);
  float radius = a_radius / u_sizeRatio;
  v_length = clamp(0.9 * radius, 5.0, 9.0) + 1.5 * strong;
  vec2 end = normalize(ahead * far - aside * 4.0 * off);
  vec2 tip = to - end * (radius + ${BEFORE_RIM.toFixed(1)});
  vec2 middle = 0.5 * (from + to) + aside * off;
  v_part = a_part;
  v_shown = shown;
  bool head = a_part < 0.5;
  float reach = head ? v_length : ${DIAMOND.toFixed(1)} + 2.0;
  v_place = a_corner * (reach + 1.0) - (head ? vec2(0.5 * v_length, 0.0) : vec2(0.0));
  vec2 along = head ? end : vec2(1.0, 0.0);
  vec2 place = (head ? tip : middle) + along * v_place.x + vec2(-along.y, along.x) * v_place.y;
  float room = far - 2.0 * radius;
  bool shows = (head ? directed : disputed) > 0.5 && v_color.a > 0.06 && room > 10.0;
  gl_Position = shows ? vec4(place / (0.5 * u_view), 0, 1) : vec4(2, 2, 2, 1);
}`;

const FRAGMENT = `
precision mediump float;
varying vec4 v_color;
varying vec2 v_place;
varying float v_part;
varying float v_length;
varying float v_least;
varying float v_shown;
uniform vec3 u_paper;
void main() {
  #ifdef PICKING_MODE
  discard;
  #else
  if (v_part < 0.5) {
    float d = max(-v_place.x - v_length, (abs(v_place.y) + v_place.x * ${HEAD_SLOPE}) * 0.912);
    float alpha = v_color.a * (1.0 - smoothstep(-0.5, 0.5, d));
    gl_FragColor = vec4(v_color.rgb * alpha, alpha);
  } else {
    float d = (abs(v_place.x) + abs(v_place.y) - ${DIAMOND.toFixed(1)}) * 0.7071;
    float alpha = (1.0 - smoothstep(0.2, 1.2, d)) * v_shown;
    float rim = smoothstep(-1.6, -0.8, d) * max(v_color.a, v_least);
    gl_FragColor = vec4(mix(u_paper, v_color.rgb, rim) * alpha, alpha);
  }
  #endif
}`;

const ALL = [...UNIFORMS, "u_sizeRatio", "u_paper"] as const;
const { FLOAT, TRIANGLES } = WebGLRenderingContext;
const SQUARE = [[-1, -1], [1, -1], [-1, 1], [-1, 1], [1, -1], [1, 1]] as const;

export function signsProgram(ink: Ink) {
  return class Signs extends EdgeProgram<(typeof ALL)[number]> {
    getDefinition() {
      return {
        VERTICES: 12,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES as 4,
        UNIFORMS: ALL,
        ATTRIBUTES: [
          { name: "a_from", size: 2, type: FLOAT },
          { name: "a_to", size: 2, type: FLOAT },
          { name: "a_radius", size: 1, type: FLOAT },
          { name: "a_style", size: 1, type: FLOAT },
          { name: "a_bend", size: 1, type: FLOAT },
          { name: "a_signs", size: 1, type: FLOAT },
        ],
        CONSTANT_ATTRIBUTES: [
          { name: "a_corner", size: 2, type: FLOAT },
          { name: "a_part", size: 1, type: FLOAT },
        ],
        CONSTANT_DATA: [0, 1].flatMap((part) => SQUARE.map(([x, y]) => [x, y, part])),
      };
    }

    override render(params: RenderParams): void {
      if (drawsLines(ink) && (ink.signs > 0 || ink.receding < 1)) super.render(params);
    }

    processVisibleItem(_: number, start: number, from: NodeDisplayData, to: NodeDisplayData, data: EdgeDisplayData): void {
      const { array } = this;
      const line = data as EdgeDisplayData & Stroke;
      array[start++] = from.x;
      array[start++] = from.y;
      array[start++] = to.x;
      array[start++] = to.y;
      array[start++] = to.size;
      array[start++] = line.stroke;
      array[start++] = line.bend;
      array[start++] = line.signs;
    }

    setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
      setInk(gl as WebGLRenderingContext, at, params, ink);
      gl.uniform1f(at.u_sizeRatio!, params.sizeRatio);
      gl.uniform3f(at.u_paper!, ...rgb(ink.paper));
    }
  };
}

/** The programs by the `type` of a stroke; only what has signs or bends pays for them. */
export function linePrograms(ink: Ink): Record<Stroke["type"], EdgeProgramType> {
  const [straight, signs] = [strokesProgram(ink), signsProgram(ink)];
  return {
    line: straight,
    arrow: lazily(createEdgeCompoundProgram([straight, signs])),
    bow: lazily(createEdgeCompoundProgram([strokesProgram(ink, true), signs])),
  };
}
