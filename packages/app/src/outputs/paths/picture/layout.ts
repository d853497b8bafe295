/** Places of boxes and lines: layers from left to right, by dagre. */
import { Graph, layout as place } from '@dagrejs/dagre';
import { textWidth } from '../../terminal/index.ts';
import type { PictureEdge, PictureGraph } from './merge.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Laid {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly (Point & { readonly node: PictureGraph['nodes'][number] })[];
  readonly lines: readonly {
    readonly edge: PictureEdge;
    readonly points: readonly Point[];
    readonly label: Point;
    readonly text: string;
  }[];
}

export const BOX = { width: 224, height: 58 } as const;
/** Pixels of one column of text of 11 px. */
const COLUMN = 6.1;
const MARGIN = 18;

/** Positions are centers, in pixels. `labelOf` gives the text at a line. Deterministic. */
export function layOut(graph: PictureGraph, labelOf: (edge: PictureEdge) => string): Laid {
  const dagre = new Graph();
  dagre.setGraph({ rankdir: 'LR', nodesep: 26, ranksep: 34, edgesep: 14, marginx: MARGIN, marginy: MARGIN, ranker: 'network-simplex' });
  for (const { id } of graph.nodes) dagre.setNode(id, { ...BOX });
  for (const edge of graph.edges) {
    const text = labelOf(edge);
    dagre.setEdge(edge.from, edge.to, { width: Math.ceil(textWidth(text) * COLUMN) + 14, height: 20, labelpos: 'c' });
  }
  place(dagre);
  const { width = 0, height = 0 } = dagre.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: graph.nodes.map((node) => {
      const { x = 0, y = 0 } = dagre.node(node.id);
      return { x, y, node };
    }),
    lines: graph.edges.map((edge) => {
      const { points = [], x = 0, y = 0 } = dagre.edge(edge.from, edge.to);
      return { edge, points, label: { x, y }, text: labelOf(edge) };
    }),
  };
}
