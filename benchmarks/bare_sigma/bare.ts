// The floor of the map benchmark: sigma with its defaults, the same arrays and nothing else.
import { MultiUndirectedGraph } from "graphology";
import Sigma from "sigma";
import { readColumns, readHead } from "../../landscape/ui/canvas/src/columns";

interface Component {
  data: Uint8Array;
  parentElement: ParentNode & Node;
}

declare global {
  interface Window {
    __bareSigma?: { firstFrame: number };
  }
}

const DRAWN = new WeakSet<Node>();

export default function component({ data, parentElement }: Component): void {
  const began = performance.now();
  if (DRAWN.has(parentElement)) return;
  DRAWN.add(parentElement);
  const { head, body } = readHead(data);
  const columns = readColumns(body);
  const graph = new MultiUndirectedGraph();
  columns.ids.forEach((id, i) => {
    graph.addNode(id, {
      x: columns.x[i],
      y: columns.y[i],
      size: 4,
      label: columns.labels[i],
      color: columns.groups[columns.group[i] ?? -1]?.colour ?? "#BBBBBB",
    });
  });
  for (let i = 0; i < columns.source.length; i++) {
    graph.addEdge(columns.ids[columns.source[i] ?? 0], columns.ids[columns.target[i] ?? 0], { size: 1 });
  }
  const host = document.createElement("div");
  host.style.height = `${head.height}px`;
  parentElement.append(host);
  // The first frame is drawn before the constructor returns, so no listener can hear of it.
  new Sigma(graph, host, { allowInvalidContainer: true });
  window.__bareSigma = { firstFrame: performance.now() - began };
}
