// Keeps gestures that wait for Python over a reload of the page, for a while and in this tab only.
import type { Gesture, Numbered } from "./queue";

export interface Waiting {
  take: () => Gesture[];
  put: (waiting: readonly Numbered[]) => void;
}

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** What may be done a second time without harm, should Python have heard of it after all. */
const KEPT: readonly Gesture["type"][] = ["move", "pin", "unpin"];
/** Milliseconds after which somebody has moved on. */
const FORGOTTEN = 120_000;

export function safe(key: string, store: Store | null, clock: () => number): Waiting | null {
  if (!store) return null;
  const place = `landscape gestures ${key}`;
  const put = (waiting: readonly Numbered[]): void => {
    const kept = waiting.filter(({ type }) => KEPT.includes(type));
    try {
      if (kept.length) store.setItem(place, JSON.stringify({ at: clock(), kept }));
      else store.removeItem(place);
    } catch (error) {
      // A full or forbidden store loses no more than a reload would.
      if (!(error instanceof DOMException)) throw error;
    }
  };
  const take = (): Gesture[] => {
    const text = store.getItem(place);
    store.removeItem(place);
    if (text === null) return [];
    const { at, kept } = JSON.parse(text) as { at: number; kept: Numbered[] };
    return clock() - at > FORGOTTEN ? [] : kept;
  };
  return { take, put };
}

/** The store of this tab, or null where the browser forbids it. */
export function tabStore(): Store | null {
  try {
    return window.sessionStorage;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
