/** Network policies. Source: Kubernetes documentation, "Network Policies", read 2026-11-22. */
import type { BlockReader } from '../../code/index.ts';
import { HOLE } from '../../code/index.ts';
import type { KubernetesSelector } from '../cloud-identity.ts';
import type { EntityContext } from '../entity.ts';
import type { KubernetesNetworkPolicy, KubernetesPeer, KubernetesPolicyRule } from '../network-kubernetes.ts';
import { blocksAt, numberAt, textAt, textsAt } from '../reading.ts';
import { networked, textOf } from './network-words.ts';
import type { KubernetesObject } from './objects.ts';

const EMPTY: KubernetesSelector = { matchLabels: {}, matchExpressions: [] };

export function policyOf(object: KubernetesObject, context: EntityContext): KubernetesNetworkPolicy {
  const { block, namespace } = object;
  const spec = blocksAt(block, 'spec').readers[0] ?? block;
  const types = textsAt(spec, 'policyTypes policy_types');
  const hasEgress = spec.value('egress') !== undefined || spec.blocks('egress').readers.length > 0;
  const isOpen = types.rest ? { undecided: types.rest } : null;
  const rules = (name: string): { readonly found: readonly KubernetesPolicyRule[]; readonly hasMore: boolean } => {
    const { readers, rest } = blocksAt(spec, name);
    const peers = name === 'ingress' ? ['from'] : ['to'];
    return {
      found: readers.map((each) => ruleOf(each, peers, context)),
      hasMore: rest !== null || readers.some(({ uncertain }) => uncertain),
    };
  };
  const [ingress, egress] = [rules('ingress'), rules('egress')];
  return {
    ...networked(object, context),
    kind: 'kubernetes.network-policy',
    namespace,
    pods: selectorAt(spec, 'podSelector pod_selector') ?? EMPTY,
    // Without types it is about ingress, and about egress when it has rules of it.
    isolatesIngress: types.items.includes('Ingress') || (isOpen ?? types.items.length === 0),
    isolatesEgress: types.items.includes('Egress') || (isOpen ?? (types.items.length === 0 && hasEgress)),
    ingress: ingress.found,
    egress: egress.found,
    hasMoreRules: ingress.hasMore || egress.hasMore,
  };
}

function ruleOf(rule: BlockReader, peerNames: readonly string[], { base }: EntityContext): KubernetesPolicyRule {
  const peers = peerNames.flatMap((name) => blocksAt(rule, name).readers);
  const hidden = peerNames.some((name) => blocksAt(rule, name).rest !== null);
  const ports = ['ports', 'port'].flatMap((name) => blocksAt(rule, name).readers);
  const unknown: KubernetesPeer = { pods: null, namespaces: null, cidr: HOLE, except: { items: [], rest: null } };
  return {
    // An empty list of peers means everybody, as does none.
    peers: peers.length === 0 && !hidden ? null : [...peers.map(peerOf), ...(hidden ? [unknown] : [])],
    ports:
      ports.length === 0
        ? null
        : ports.map((each) => ({
            protocol: (each.string('protocol').value ?? 'TCP').toLowerCase(),
            port: textAt(each, 'port'),
            endPort: numberAt(each, 'endPort end_port'),
          })),
    place: rule.place.range ?? base.place,
  };
}

function peerOf(peer: BlockReader): KubernetesPeer {
  return {
    pods: selectorAt(peer, 'podSelector pod_selector'),
    namespaces: selectorAt(peer, 'namespaceSelector namespace_selector'),
    cidr: textAt(peer, 'ipBlock.cidr ip_block.cidr'),
    except: textsAt(peer, 'ipBlock.except ip_block.except'),
  };
}

/** Null: not written. An empty one means all. */
function selectorAt(block: BlockReader, paths: string): KubernetesSelector | null {
  const found = paths.split(' ').flatMap((path) => blocksAt(block, path).readers)[0];
  if (!found) return null;
  const labels = ['matchLabels', 'match_labels'].flatMap((name) => [...found.stringMap(name).entries]);
  const expressions = ['matchExpressions', 'match_expressions'].flatMap((name) => blocksAt(found, name).readers);
  return {
    matchLabels: Object.fromEntries(labels.map(([key, { value }]) => [key, value ?? HOLE])),
    matchExpressions: expressions.map((each) => {
      const { items, rest } = textsAt(each, 'values');
      return { key: textOf(textAt(each, 'key')), operator: textOf(textAt(each, 'operator')), values: rest ? [...items, HOLE] : items };
    }),
  };
}
