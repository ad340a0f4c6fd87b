// What Streamlit calls at every run of the script.
import { readHead } from "./columns";
import { LandscapeMap } from "./map";
import { GestureQueue, type Numbered } from "./queue";

interface Component {
  data: Uint8Array;
  parentElement: ParentNode & Node;
  setStateValue: (name: string, value: Numbered[]) => void;
}

const MAPS = new WeakMap<Node, LandscapeMap>();
/** Outlive their map, so that a gesture just before it leaves the page still arrives. */
const QUEUES = new Map<string, GestureQueue>();

export default function component({ data, parentElement, setStateValue }: Component): () => void {
  const began = performance.now();
  const { head, body } = readHead(data);
  const queue = QUEUES.get(head.key) ?? new GestureQueue();
  QUEUES.set(head.key, queue);
  queue.connect((waiting) => setStateValue("gestures", waiting), head.ack);

  const map = MAPS.get(parentElement);
  if (map) map.update(head, body);
  else MAPS.set(parentElement, new LandscapeMap(parentElement, head, body, queue, began));

  return () => {
    MAPS.get(parentElement)?.dispose();
    MAPS.delete(parentElement);
  };
}
