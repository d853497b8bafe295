/** Which pods reach which: classes of pods that no selector tells apart. */
import type { EntityMap, Estate, KubernetesSelector } from '@kumomori/model';
import { isNoPort, rangesOfPorts } from '../ports.ts';
import type { NetworkClass, NetworkEdge } from '../reachability.ts';
import type { Pods } from './policies.ts';
import { Policies, matches } from './policies.ts';

interface Class {
  readonly first: Pods;
  readonly policies: readonly string[];
  readonly nodes: Set<string>;
}

/** So many classes at most: pairs of more are not told. */
const MAX_CLASSES = 2000;

/** `offset`: indexes of classes begin there. O(pods × selectors + classes²), with the cap above. */
export function podReachability(
  estate: Estate,
  offset: number,
): { readonly classes: readonly NetworkClass[]; readonly edges: readonly NetworkEdge[] } {
  const policies = new Policies(estate);
  const classes = classesOf(estate, policies).slice(0, MAX_CLASSES);
  const edges: NetworkEdge[] = [];
  for (const [to, target] of classes.entries()) {
    for (const [from, source] of classes.entries()) {
      if ((from === to && source.nodes.size < 2) || source.first.account !== target.first.account) continue;
      const passing = policies.between(source.first, target.first);
      const ports = isNoPort(passing.sure) ? passing.possible : passing.sure;
      if (!isNoPort(ports))
        edges.push({ from: from + offset, to: to + offset, isSure: !isNoPort(passing.sure), ports: rangesOfPorts(ports) });
    }
  }
  return {
    classes: classes.map(({ first, policies: groups, nodes }) => ({ subnet: first.namespace, groups, nodes: [...nodes].toSorted() })),
    edges,
  };
}

/** Pods with the same answers to every selector, in the same namespace, with the same names of ports. */
function classesOf(estate: Estate, policies: Policies): readonly Class[] {
  const selectors = [
    ...new Map(
      estate
        .all('kubernetes.network-policy')
        .flatMap(selectorsOf)
        .map((each) => [JSON.stringify(each), each]),
    ).values(),
  ];
  const classes = new Map<string, Class>();
  for (const pods of estate.all('kubernetes.pods')) {
    const answers = selectors.map((each) => matches(each, pods.podLabels, pods.hasMoreLabels)).join(',');
    const named = selectors.length === 0 ? '' : JSON.stringify(pods.ports.filter(({ name }) => name !== undefined));
    const key = `${pods.account} ${pods.namespace} ${answers} ${named}`;
    const known = classes.get(key);
    if (known) known.nodes.add(pods.node);
    else classes.set(key, { first: pods, policies: policies.of(pods).map(({ policy }) => policy.node), nodes: new Set([pods.node]) });
  }
  return [...classes.values()];
}

function selectorsOf({ pods, ingress, egress }: EntityMap['kubernetes.network-policy']): readonly KubernetesSelector[] {
  return [pods, ...[...ingress, ...egress].flatMap(({ peers }) => (peers ?? []).flatMap((peer) => peer.pods ?? []))];
}
