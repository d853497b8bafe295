/** What in the same namespace speaks about the pods of an object: services that send to them, network policies that select them. */
import type { BlockReader, ReaderContext } from '../../code/index.ts';
import type { Leaf, ListNode } from '../../node.ts';
import { byDefault, explicit } from '../../node.ts';
import { inNamespace, lackOf } from '../by-namespace.ts';
import type { Labels } from '../labels.ts';
import { hasLabels, labelsOf, selects } from '../labels.ts';
import { namespaceOf } from '../metadata.ts';
import type { PodParts } from './read-pod.ts';

export function servicesOf(parts: PodParts, context: ReaderContext): ListNode<never> {
  const labels = podLabels(parts);
  const found = near(parts, parts.services, context).filter((service) => {
    const selector = labelsOf(service.block('spec').value('selector'));
    return selector.size > 0 && hasLabels(labels, selector);
  });
  const items = found.map((service) => ({ node: context.refTo(service, 'kubernetes.core.service') as never, uncertain: false })); // a ref stands for whatever type the shape links to
  return { node: 'list', items, rest: lackIn(parts.services, context), place: parts.object.place };
}

/** True when a policy for that direction selects the pods: what it does not allow is then refused. */
export function policyFor(direction: 'Ingress' | 'Egress', parts: PodParts, context: ReaderContext): Leaf<boolean> {
  const { dialect } = parts;
  const labels = podLabels(parts);
  const found = near(parts, parts.networkPolicies, context).find((policy) => {
    const spec = policy.block('spec');
    return directionsOf(spec, dialect('policyTypes')).includes(direction) && selects(spec.block(dialect('podSelector')), labels, dialect);
  });
  if (found) return explicit(true, found.place);
  return lackIn(parts.networkPolicies, context) ?? byDefault(false, parts.object.place);
}

/** Without `policyTypes` a policy is about ingress, and about egress when it has rules for it. */
function directionsOf(spec: BlockReader, attribute: string): readonly string[] {
  const written = spec.strings(attribute).items.map(({ node }) => ('value' in node ? node.value : ''));
  if (written.length > 0) return written.flatMap((each) => each ?? []);
  return spec.blocks('egress').readers.length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
}

function podLabels({ podMetadata }: PodParts): Labels {
  return labelsOf(podMetadata.value('labels'));
}

function near({ object }: PodParts, types: readonly string[], context: ReaderContext): readonly BlockReader[] {
  return types.flatMap((type) => inNamespace(context.all(type), namespaceOf(object)));
}

function lackIn(types: readonly string[], context: ReaderContext): Leaf<never> | null {
  return lackOf(types.flatMap((type) => context.all(type)));
}
