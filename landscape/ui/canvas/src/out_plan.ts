// Where picture, legend and notes lie on a sheet that has the proportions of paper.

export interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Plan {
  width: number;
  height: number;
  title: Place;
  picture: Place;
  legend: Place;
  /** How many rows of the legend stand in one column. */
  rows: number;
  notes: Place;
}

export interface Parts {
  picture: { w: number; h: number };
  rows: number;
  /** How high the title and the notes are in this width. */
  title: (width: number) => number;
  notes: (width: number) => number;
}

/** A4 and its kin, lying on the long side. */
export const PROPORTION = Math.SQRT2;
export const MARGIN = 30;
export const COLUMN = 218;
export const ROW = 20;
const GAP = 22;
const NARROWEST = 640;

/** The plan that gives the picture most of the sheet: the legend beneath it, or beside it. */
export function plan(parts: Parts): Plan {
  const plans = [beneath(parts), beside(parts)];
  const [first, second] = plans.map(({ width, height }) => width * height);
  return (second ?? 0) < (first ?? 0) ? plans[1]! : plans[0]!;
}

function beneath({ picture, rows, title, notes }: Parts): Plan {
  const inner = Math.max(picture.w, NARROWEST);
  const columns = Math.max(1, Math.floor((inner + GAP) / (COLUMN + GAP)));
  const each = Math.ceil(rows / columns);
  const top = MARGIN + title(inner);
  const under = top + picture.h + GAP;
  const noted = notes(inner);
  const legend = { x: 0, y: under, w: inner, h: each * ROW };
  const used = under + legend.h + (rows ? GAP : 0) + noted + MARGIN;
  return sheet(inner, used, { top, picture, legend, rows: each, title: title(inner), notes: noted });
}

function beside({ picture, rows, title, notes }: Parts): Plan {
  const each = Math.max(1, Math.floor(picture.h / ROW));
  const columns = Math.max(1, Math.ceil(rows / each));
  const inner = picture.w + columns * (COLUMN + GAP);
  const top = MARGIN + title(inner);
  const noted = notes(inner);
  const legend = { x: picture.w + GAP, y: top, w: columns * (COLUMN + GAP) - GAP, h: picture.h };
  return sheet(inner, top + picture.h + GAP + noted + MARGIN, { top, picture, legend, rows: each, title: title(inner), notes: noted });
}

interface Measured {
  top: number;
  picture: { w: number; h: number };
  legend: Place;
  rows: number;
  title: number;
  notes: number;
}

/** The parts in the middle of a sheet, and the notes at its foot. */
function sheet(inner: number, used: number, { top, picture, legend, rows, title, notes }: Measured): Plan {
  const width = Math.ceil(Math.max(inner + 2 * MARGIN, used * PROPORTION));
  const height = Math.ceil(Math.max(used, width / PROPORTION));
  const left = (width - inner) / 2;
  return {
    width,
    height,
    title: { x: left, y: MARGIN, w: inner, h: title },
    picture: { x: left, y: top, w: picture.w, h: picture.h },
    legend: { ...legend, x: left + legend.x },
    rows,
    notes: { x: left, y: height - MARGIN - notes, w: inner, h: notes },
  };
}
