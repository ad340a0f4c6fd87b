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
  /** Where each row of the legend stands. */
  seats: Seat[];
  notes: Place;
}

/** A row of a legend; `held` keeps it with the row before, `opens` with the row after it. */
export interface Held {
  held?: boolean;
  opens?: boolean;
}

export interface Seat {
  column: number;
  line: number;
}

export interface Parts {
  picture: { w: number; h: number };
  /** The rows of the legend, as `flow` takes them. */
  rows: readonly Held[];
  /** How high the title and the notes are in this width. */
  title: (width: number) => number;
  notes: (width: number) => number;
}

/** A4 and its kin, lying on the long side. */
export const PROPORTION = Math.SQRT2;
export const MARGIN = 30;
export const COLUMN = 218;
export const ROW = 20;
export const GAP = 22;
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
  const seats = evenly(rows, columns);
  const each = lines(seats);
  const top = MARGIN + title(inner);
  const under = top + picture.h + GAP;
  const noted = notes(inner);
  const legend = { x: 0, y: under, w: inner, h: each * ROW };
  const used = under + legend.h + (rows.length ? GAP : 0) + noted + MARGIN;
  return sheet(inner, used, { top, picture, legend, seats, title: title(inner), notes: noted });
}

function beside({ picture, rows, title, notes }: Parts): Plan {
  const seats = flow(rows, Math.max(4, Math.floor(picture.h / ROW)));
  const columns = Math.max(1, ...seats.map(({ column }) => column + 1));
  const inner = picture.w + columns * (COLUMN + GAP);
  const top = MARGIN + title(inner);
  const noted = notes(inner);
  const legend = { x: picture.w + GAP, y: top, w: columns * (COLUMN + GAP) - GAP, h: Math.max(picture.h, lines(seats) * ROW) };
  const used = top + legend.h + GAP + noted + MARGIN;
  return sheet(inner, used, { top, picture, legend, seats, title: title(inner), notes: noted });
}

interface Measured {
  top: number;
  picture: { w: number; h: number };
  legend: Place;
  seats: Seat[];
  title: number;
  notes: number;
}

/** The parts in the middle of a sheet, and the notes at its foot. */
function sheet(inner: number, used: number, { top, picture, legend, seats, title, notes }: Measured): Plan {
  const width = Math.ceil(Math.max(inner + 2 * MARGIN, used * PROPORTION));
  const height = Math.ceil(Math.max(used, width / PROPORTION));
  const left = (width - inner) / 2;
  return {
    width,
    height,
    title: { x: left, y: MARGIN, w: inner, h: title },
    picture: { x: left, y: top, w: picture.w, h: picture.h },
    legend: { ...legend, x: left + legend.x },
    seats,
    notes: { x: left, y: height - MARGIN - notes, w: inner, h: notes },
  };
}

/** Rows in columns of so many lines; what belongs together stays so, with a line before each heading. */
export function flow(rows: readonly Held[], each: number): Seat[] {
  const seats: Seat[] = [];
  let [column, line] = [0, 0];
  for (let i = 0; i < rows.length; ) {
    let end = i + 1;
    while (end < rows.length && (rows[end]?.held || rows[end - 1]?.opens)) end += 1;
    if (rows[i]?.opens && line > 0) line += 1;
    if (line > 0 && line + end - i > each) [column, line] = [column + 1, 0];
    for (; i < end; i++) seats.push({ column, line: line++ });
  }
  return seats;
}

/** The rows in so many columns, as low as can be. */
function evenly(rows: readonly Held[], columns: number): Seat[] {
  for (let each = Math.max(1, Math.ceil(rows.length / columns)); ; each++) {
    const seats = flow(rows, each);
    if (seats.every(({ column }) => column < columns)) return seats;
  }
}

function lines(seats: readonly Seat[]): number {
  return Math.max(0, ...seats.map(({ line }) => line + 1));
}
