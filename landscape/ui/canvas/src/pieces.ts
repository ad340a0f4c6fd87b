// Holds the pieces that carriers bring, until the map they belong to draws them.
import { type Head, type Looks, type People, type PieceName, type Places, readLooks, readPeople, readPlaces } from "./columns";

interface Piece<T> {
  rev: string;
  read: () => T;
}

export interface Whole {
  people: Piece<People>;
  places: Piece<Places>;
  looks: Piece<Looks>;
}

const READ = { people: readPeople, places: readPlaces, looks: readLooks } as const;

export class Pieces {
  private readonly held = new Map<string, Partial<Whole>>();

  put(key: string, name: PieceName, rev: string, body: Uint8Array): void {
    const here = this.held.get(key) ?? {};
    if (here[name]?.rev === rev) return;
    let value: unknown;
    const read = (): unknown => (value ??= READ[name](body));
    this.held.set(key, { ...here, [name]: { rev, read } } as Partial<Whole>);
  }

  /** All that a head asks for, or null while some of it is still on its way. */
  whole({ key, revs }: Pick<Head, "key" | "revs">): Whole | null {
    const here = this.held.get(key);
    const { people, places, looks } = here ?? {};
    if (people?.rev !== revs.people || places?.rev !== revs.places || looks?.rev !== revs.looks) return null;
    return { people, places, looks } as Whole;
  }

  forget(key: string): void {
    this.held.delete(key);
  }
}
