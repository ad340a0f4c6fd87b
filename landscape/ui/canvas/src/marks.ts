// The WebGL program that draws stakeholders: four shapes, each with an outline.
import { NodeProgram } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import type { ProgramInfo } from "sigma/rendering";
import { floatColor } from "sigma/utils";
import type { Shape } from "./columns";
import { type Ink, rgb } from "./ink";

export const SHAPES: readonly Shape[] = ["circle", "square", "triangle", "diamond"];
export const OUTLINE = 1.5;

/** The outline on a mark of this radius: tiny marks have a finer one, so that their colour is seen. */
export function outlineOf(radius: number): number {
  return Math.min(OUTLINE, radius * 0.4);
}

const VERTEX = `
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute vec4 a_color;
attribute vec4 a_id;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_place;
varying float v_radius;
varying float v_shape;
const float bias = 255.0 / 254.0;
void main() {
  float pixels = a_size / u_sizeRatio;
  float reach = pixels * 1.9 + 2.0;
  vec2 way = vec2(cos(a_angle), sin(a_angle)) * 2.0 * reach;
  gl_Position = vec4((u_matrix * vec3(a_position + way * 2.0 * u_correctionRatio, 1)).xy, 0, 1);
  v_place = way;
  v_radius = pixels;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`;

const FRAGMENT = `
precision highp float;
varying vec4 v_color;
varying vec2 v_place;
varying float v_radius;
varying float v_shape;
uniform vec3 u_outline;
uniform float u_outlineWidth;
uniform float u_pixelRatio;
float away(vec2 p, float r) {
  if (v_shape < 0.5) return length(p) - r;
  if (v_shape < 1.5) return max(abs(p.x), abs(p.y)) - r * 0.886;
  if (v_shape < 2.5) return max(abs(p.x) * 0.866 + p.y * 0.5, -p.y) - r * 0.777;
  return (abs(p.x) + abs(p.y)) * 0.7071 - r * 0.886;
}
void main() {
  #ifdef PICKING_MODE
  if (away(v_place, max(v_radius, 5.0)) > 1.0) discard;
  gl_FragColor = v_color;
  #else
  float d = away(v_place, v_radius);
  float soft = 0.6 / u_pixelRatio;
  float width = min(u_outlineWidth, v_radius * 0.4);
  float alpha = 1.0 - smoothstep(-soft, soft, d);
  if (alpha <= 0.0) discard;
  vec3 colour = mix(v_color.rgb, u_outline, smoothstep(-width - soft, -width + soft, d));
  gl_FragColor = vec4(colour * alpha, alpha);
  #endif
}`;

const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_correctionRatio", "u_outline", "u_outlineWidth", "u_pixelRatio"] as const;
const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;

/** A program class whose outline follows `ink`. */
export function marksProgram(ink: Ink) {
  return class Marks extends NodeProgram<(typeof UNIFORMS)[number]> {
    getDefinition() {
      return {
        VERTICES: 3,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES as 4,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_size", size: 1, type: FLOAT },
          { name: "a_shape", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
        CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
      };
    }

    processVisibleItem(index: number, start: number, data: NodeDisplayData): void {
      const { array } = this;
      array[start++] = data.x;
      array[start++] = data.y;
      array[start++] = data.size;
      array[start++] = (data as NodeDisplayData & { shape: number }).shape;
      array[start++] = floatColor(data.color);
      array[start++] = index;
    }

    setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
      gl.uniformMatrix3fv(at.u_matrix!, false, params.matrix);
      gl.uniform1f(at.u_sizeRatio!, params.sizeRatio);
      gl.uniform1f(at.u_correctionRatio!, params.correctionRatio);
      gl.uniform1f(at.u_pixelRatio!, params.pixelRatio);
      gl.uniform3f(at.u_outline!, ...rgb(ink.text));
      gl.uniform1f(at.u_outlineWidth!, OUTLINE);
    }
  };
}

/** The same shapes on a 2D canvas, for what is lifted above the veil and for the legend. */
export function traceShape(context: CanvasRenderingContext2D, shape: number, x: number, y: number, radius: number): void {
  const h = radius * 0.886;
  context.beginPath();
  if (shape === 1) context.rect(x - h, y - h, 2 * h, 2 * h);
  else if (shape === 2) {
    const inner = radius * 0.777;
    context.moveTo(x, y - 2 * inner);
    context.lineTo(x + inner * 1.732, y + inner);
    context.lineTo(x - inner * 1.732, y + inner);
    context.closePath();
  } else if (shape === 3) {
    const d = h * 1.4142;
    context.moveTo(x, y - d);
    context.lineTo(x + d, y);
    context.lineTo(x, y + d);
    context.lineTo(x - d, y);
    context.closePath();
  } else context.arc(x, y, radius, 0, 2 * Math.PI);
}
