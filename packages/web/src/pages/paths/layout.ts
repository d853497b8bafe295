/** Where the stations of a path stand in its picture: layers from left to right, as dagre computes them. */
import { Graph, layout } from '@dagrejs/dagre';

export interface GraphStep {
  readonly from: string;
  readonly to: string;
  readonly edge: string;
}

export interface PlacedNode {
  readonly id: string;
  /** Of its upper left corner. */
  readonly x: number;
  readonly y: number;
}

export interface PlacedEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** Numbers of the steps that it stands for, and their kinds. */
  readonly label: string;
}

export const NODE = { width: 210, height: 64 };

/** Steps between the same two stations become one arrow. */
export function placePath(steps: readonly GraphStep[]): { readonly nodes: readonly PlacedNode[]; readonly edges: readonly PlacedEdge[] } {
  const edges = new Map<string, PlacedEdge>();
  const ids = new Set<string>();
  steps.forEach(({ from, to, edge }, index) => {
    ids.add(from).add(to);
    const id = JSON.stringify([from, to]);
    const before = edges.get(id);
    const own = `${index + 1} ${edge}`;
    edges.set(id, { id, source: from, target: to, label: before ? `${before.label}, ${own}` : own });
  });
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', ranksep: 110, nodesep: 30 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const id of ids) graph.setNode(id, { ...NODE });
  for (const { source, target } of edges.values()) graph.setEdge(source, target);
  layout(graph);
  const nodes = [...ids].map((id) => {
    const { x, y } = graph.node(id);
    return { id, x: x - NODE.width / 2, y: y - NODE.height / 2 };
  });
  return { nodes, edges: [...edges.values()] };
}
