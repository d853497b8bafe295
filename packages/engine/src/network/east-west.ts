/** Pairs of classes of equal places, for the clouds whose rules are asked about pair by pair. */
import type { PortSet } from './ports.ts';
import { isNoPort, rangesOfPorts } from './ports.ts';
import type { NetworkClass, NetworkEdge } from './reachability.ts';

/** Places that nothing tells apart. */
export interface InnerClass {
  readonly subnet: string;
  readonly groups: readonly string[];
  readonly nodes: Set<string>;
}

export interface EastWest {
  readonly classes: readonly NetworkClass[];
  readonly edges: readonly NetworkEdge[];
}

/** So many classes at most: pairs of more are not told. */
const MAX_CLASSES = 2000;

/** `offset`: indexes of classes begin there. O(classes²), with the cap above. */
export function eastWest<C extends InnerClass>(
  all: readonly C[],
  offset: number,
  passing: (from: C, to: C) => { readonly sure: PortSet; readonly possible: PortSet },
): EastWest {
  const classes = all.slice(0, MAX_CLASSES);
  const edges: NetworkEdge[] = [];
  for (const [to, target] of classes.entries()) {
    for (const [from, source] of classes.entries()) {
      if (from === to && source.nodes.size < 2) continue;
      const { sure, possible } = passing(source, target);
      const isSure = !isNoPort(sure);
      const ports = isSure ? sure : possible;
      if (!isNoPort(ports)) edges.push({ from: from + offset, to: to + offset, isSure, ports: rangesOfPorts(ports) });
    }
  }
  return { classes: classes.map(({ subnet, groups, nodes }) => ({ subnet, groups, nodes: [...nodes].toSorted() })), edges };
}
