// The floor of the map benchmark: sigma with its defaults, the same bytes and nothing else.
import { MultiUndirectedGraph } from "graphology";
import Sigma from "sigma";
import { readHead, readLooks, readPeople, readPlaces } from "../../landscape/ui/canvas/src/columns";

interface Component {
  data: Uint8Array;
  parentElement: ParentNode & Node;
}

interface Told {
  firstFrame: number;
  hovered: boolean;
  at: (id: string) => { x: number; y: number };
}

declare global {
  interface Window {
    __bareSigma?: Told;
  }
}

const DRAWN = new WeakSet<Node>();

export default function component({ data, parentElement }: Component): void {
  const began = performance.now();
  if (DRAWN.has(parentElement)) return;
  DRAWN.add(parentElement);
  const { head, body } = readHead(data) as unknown as { head: { height: number; sizes: [number, number] }; body: Uint8Array };
  const [first, second] = head.sizes;
  const people = readPeople(body.subarray(0, first));
  const places = readPlaces(body.subarray(first, first + second));
  const looks = readLooks(body.subarray(first + second));
  const graph = new MultiUndirectedGraph();
  people.ids.forEach((id, i) => {
    graph.addNode(id, {
      x: places.x[i],
      y: places.y[i],
      size: 4,
      label: people.labels[i],
      color: looks.colours[looks.colour[i] ?? 0]?.[0] ?? "#BBBBBB",
    });
  });
  for (let k = 0; k < people.source.length; k++) {
    graph.addEdge(people.ids[people.source[k] ?? 0], people.ids[people.target[k] ?? 0], { size: 1 });
  }
  const host = document.createElement("div");
  host.className = "stage";
  host.style.height = `${head.height}px`;
  parentElement.append(host);
  // The first frame is drawn before the constructor returns, so no listener can hear of it.
  const sigma = new Sigma(graph, host, { allowInvalidContainer: true });
  const told: Told = {
    firstFrame: performance.now() - began,
    hovered: false,
    at: (id) => sigma.graphToViewport(graph.getNodeAttributes(id) as { x: number; y: number }),
  };
  sigma.on("enterNode", () => (told.hovered = true));
  sigma.on("leaveNode", () => (told.hovered = false));
  window.__bareSigma = told;
}
