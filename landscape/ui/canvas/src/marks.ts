// The WebGL program that draws stakeholders: four shapes, each with an outline of one of four styles.
import { NodeProgram } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import type { ProgramInfo } from "sigma/rendering";
import { floatColor } from "sigma/utils";
import type { Border, Shape } from "./columns";
import { type Ink, rgb } from "./ink";

export const SHAPES: readonly Shape[] = ["circle", "square", "triangle", "diamond"];
export const OUTLINE = 1.5;

/** The outline on a mark of this radius: tiny marks have a finer one, so that their colour is seen. */
export function outlineOf(radius: number): number {
  return Math.min(OUTLINE, radius * 0.4);
}

/** Where the second outline of a double border begins and ends outside of a mark. */
export function doubleOf(radius: number): { from: number; to: number } {
  const gap = Math.min(2, radius * 0.4);
  return { from: gap, to: gap + outlineOf(radius) };
}

/** How a mark looks, packed into one number for the program. */
export function markStyle(shape: number, border: number, receding: boolean): number {
  return shape + 4 * border + (receding ? 16 : 0);
}

const VERTEX = `
attribute vec2 a_position;
attribute float a_size;
attribute float a_style;
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
varying float v_border;
varying float v_receding;
const float bias = 255.0 / 254.0;
void main() {
  float pixels = a_size / u_sizeRatio;
  v_receding = step(16.0, a_style);
  float style = a_style - 16.0 * v_receding;
  v_border = floor(style / 4.0);
  v_shape = style - 4.0 * v_border;
  float reach = pixels * 1.9 + (v_border == 1.0 ? 9.0 : 2.0);
  vec2 way = vec2(cos(a_angle), sin(a_angle)) * 2.0 * reach;
  gl_Position = vec4((u_matrix * vec3(a_position + way * 2.0 * u_correctionRatio, 1)).xy, 0, 1);
  v_place = way;
  v_radius = pixels;
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
varying float v_border;
varying float v_receding;
uniform vec3 u_paper;
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
  float gap = min(2.0, v_radius * 0.4);
  bool twice = v_border > 0.5 && v_border < 1.5;
  float alpha = 1.0 - smoothstep(-soft, soft, d);
  float second = twice ? smoothstep(gap - soft, gap + soft, d) * (1.0 - smoothstep(gap + width - soft, gap + width + soft, d)) : 0.0;
  if (alpha <= 0.0 && second <= 0.0) discard;
  if (v_border > 1.5) width = min(v_border < 2.5 ? 2.4 : 3.4, v_radius * 0.5);
  float rim = smoothstep(-width - soft, -width + soft, d);
  float turn = fract(atan(v_place.y, v_place.x) * 1.2732395 + 0.25);
  vec3 edge = v_border > 1.5 && v_border < 2.5 && turn > 0.55 ? u_paper : u_outline;
  vec3 colour = mix(mix(v_color.rgb, edge, rim), u_paper, 0.7 * v_receding);
  colour = mix(mix(u_outline, u_paper, 0.7 * v_receding), colour, alpha);
  alpha = max(alpha, second);
  gl_FragColor = vec4(colour * alpha, alpha);
  #endif
}`;

const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_correctionRatio", "u_outline", "u_outlineWidth", "u_paper", "u_pixelRatio"] as const;
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
          { name: "a_style", size: 1, type: FLOAT },
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
      array[start++] = (data as NodeDisplayData & { mark: number }).mark;
      array[start++] = floatColor(data.color);
      array[start++] = index;
    }

    setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
      gl.uniformMatrix3fv(at.u_matrix!, false, params.matrix);
      gl.uniform1f(at.u_sizeRatio!, params.sizeRatio);
      gl.uniform1f(at.u_correctionRatio!, params.correctionRatio);
      gl.uniform1f(at.u_pixelRatio!, params.pixelRatio);
      gl.uniform3f(at.u_outline!, ...rgb(ink.text));
      gl.uniform3f(at.u_paper!, ...rgb(ink.paper));
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

export interface Mark {
  x: number;
  y: number;
  radius: number;
  shape: number;
  border: Border;
  fill: string;
}

/** The mark that the program draws, on a 2D canvas. */
export function drawMark(context: CanvasRenderingContext2D, { x, y, radius, shape, border, fill }: Mark, ink: Ink): void {
  const outline = outlineOf(radius);
  const width = border === "heavy" ? Math.min(3.4, radius * 0.5) : border === "dashed" ? Math.min(2.4, radius * 0.5) : outline;
  traceShape(context, shape, x, y, radius - width / 2);
  context.fillStyle = fill;
  context.fill();
  context.lineWidth = width;
  if (border === "dashed") {
    context.strokeStyle = ink.paper;
    context.stroke();
    const dash = (2 * Math.PI * radius) / 8;
    context.setLineDash([dash * 0.55, dash * 0.45]);
  }
  context.strokeStyle = ink.text;
  context.stroke();
  context.setLineDash([]);
  if (border !== "double") return;
  const { from, to } = doubleOf(radius);
  traceShape(context, shape, x, y, radius + (from + to) / 2);
  context.lineWidth = to - from;
  context.stroke();
}
