// What Streamlit calls at every run of the script, for the map and for the carriers of its pieces.
import { type Carried, type Head, readHead } from "./columns";
import { LandscapeMap } from "./map";
import { Pieces } from "./pieces";
import { GestureQueue, type Numbered } from "./queue";
import { safe, tabStore } from "./safe";

interface Component {
  data: Uint8Array;
  parentElement: ParentNode & Node;
  setStateValue: (name: string, value: Numbered[]) => void;
}

interface Slot {
  host: ParentNode & Node;
  head: Head;
  queue: GestureQueue;
  map: LandscapeMap | null;
  began: number;
}

const PIECES = new Pieces();
const SLOTS = new Map<string, Slot>();
/** Outlive their map, so that a gesture just before it leaves the page still arrives. */
const QUEUES = new Map<string, GestureQueue>();

export default function component({ data, parentElement, setStateValue }: Component): () => void {
  const began = performance.now();
  const { head, body } = readHead(data);
  if ("carries" in head) return carry(head, body);

  const queue = QUEUES.get(head.key) ?? new GestureQueue(safe(head.key, tabStore(), Date.now));
  QUEUES.set(head.key, queue);
  const here = SLOTS.get(head.key);
  const fresh = here?.host !== parentElement;
  queue.connect((waiting) => setStateValue("gestures", waiting), head.ack, { fresh });

  if (fresh) here?.map?.dispose();
  const map = fresh ? null : here.map;
  SLOTS.set(head.key, { host: parentElement, head, queue, map, began });
  draw(head.key);

  return () => {
    const slot = SLOTS.get(head.key);
    if (slot?.host !== parentElement) return;
    slot.map?.dispose();
    SLOTS.delete(head.key);
  };
}

function carry({ key, carries, rev }: Carried, body: Uint8Array): () => void {
  PIECES.put(key, carries, rev, body);
  draw(key);
  return () => undefined;
}

/** Draws once the map is on the page and all its pieces are there, whichever comes last. */
function draw(key: string): void {
  const slot = SLOTS.get(key);
  const whole = slot && PIECES.whole(slot.head);
  if (!slot || !whole) return;
  if (slot.map) slot.map.update(slot.head, whole);
  else slot.map = new LandscapeMap(slot.host, slot.head, whole, slot.queue, slot.began);
}
