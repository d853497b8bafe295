/** The picture of a path. It says nothing that the list of steps does not say: readers of screens get that one. */
import { Handle, MarkerType, Position, ReactFlow } from '@xyflow/react';
import type { Node, NodeProps } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { NODE, placePath } from './layout.ts';

type Detail = Answer<'getPath'>;

export interface PathGraphProps {
  readonly steps: Detail['path']['steps'];
  readonly nodes: Detail['nodes'];
  readonly entry: string;
  readonly goal: string;
}

type Station = Node<{ readonly name: string; readonly kind: string; readonly role: 'entry' | 'goal' | 'between' }, 'station'>;

const nodeTypes = { station: StationView };

export function PathGraph({ steps, nodes, entry, goal }: PathGraphProps): ReactNode {
  const { paths } = useTexts();
  const placed = useMemo(() => placePath(steps), [steps]);
  const stations = placed.nodes.map(({ id, x, y }): Station => {
    const kind = nodes[id]?.kind ?? 'other';
    const name = kind === 'internet' || kind === 'admin' ? paths.kind[kind] : (nodes[id]?.name ?? id);
    const role = id === entry ? 'entry' : id === goal ? 'goal' : 'between';
    return { id, type: 'station', position: { x, y }, ...NODE, data: { name, kind: paths.kind[kind], role } };
  });
  return (
    <ReactFlow
      nodes={stations}
      edges={placed.edges.map((edge) => ({ ...edge, markerEnd: { type: MarkerType.ArrowClosed } }))}
      nodeTypes={nodeTypes}
      fitView
      fitViewOptions={{ padding: 0.08, maxZoom: 1 }}
      minZoom={0.2}
      nodesDraggable={false}
      nodesConnectable={false}
      elementsSelectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      preventScrolling={false}
      zoomOnScroll={false}
      proOptions={{ hideAttribution: false }}
    />
  );
}

function StationView({ data: { name, kind, role } }: NodeProps<Station>): ReactNode {
  return (
    <div className={`station ${role}`} title={name}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <span className="small soft">{kind}</span>
      <strong className="cut">{name}</strong>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}
