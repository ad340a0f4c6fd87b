// Files made in the browser of what the map shows; nothing is asked of any server.
import type { LandscapeMap } from "./map";
import type { Ruler } from "./out_paper";
import { aboutOf, sheetOf } from "./out_sheet";
import { fileName } from "./out_text";
import { OUT_WORDS } from "./out_words";

export type Form = "png" | "svg";

/** A4 at 300 dots an inch. */
export const PRINT = { width: 3508, height: 2480 } as const;
const LET_GO_MS = 60_000;

/** Saves the map as it is seen; returns what the file is called. */
export async function save(map: LandscapeMap, form: Form): Promise<string> {
  const { title, date } = aboutOf(map.head);
  const drawing = sheetOf(map, ruler());
  const blob = form === "svg" ? written(drawing) : await printed(drawing, map.ink.paper);
  const name = fileName(title, date, form);
  download(blob, name);
  return name;
}

function written(drawing: XMLDocument): Blob {
  const text = new XMLSerializer().serializeToString(drawing);
  return new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`], { type: "image/svg+xml" });
}

async function printed(drawing: XMLDocument, paper: string): Promise<Blob> {
  const { width, height } = PRINT;
  drawing.documentElement.setAttribute("width", String(width));
  drawing.documentElement.setAttribute("height", String(height));
  const address = URL.createObjectURL(written(drawing));
  try {
    const picture = new Image(width, height);
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width, height];
    const context = canvas.getContext("2d");
    if (!context) throw new Error(OUT_WORDS.failed);
    context.fillStyle = paper;
    context.fillRect(0, 0, width, height);
    context.drawImage(picture, 0, 0, width, height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(OUT_WORDS.failed))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), LET_GO_MS);
}

function ruler(): Ruler {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) throw new Error(OUT_WORDS.failed);
  return context;
}
