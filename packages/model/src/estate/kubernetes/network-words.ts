/** Annotations by which clouds are told what a load balancer is to be like. Sources: EKS, AWS Load Balancer Controller, GKE and AKS documentation, read 2026-11-22. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityBase, EntityContext } from '../entity.ts';
import { blocksAt } from '../reading.ts';
import type { Known } from '../undecided.ts';
import type { KubernetesObject } from './objects.ts';

export interface Annotations {
  /** Undefined when it is not written, or not known. */
  readonly text: (name: string) => string | undefined;
  /** Nobody knows which there are. */
  readonly isOpen: boolean;
}

export function annotationsOf(block: BlockReader, path = 'metadata'): Annotations {
  const found = blocksAt(block, path).readers[0]?.stringMap('annotations');
  const hidden = [...(found?.entries.values() ?? [])].some(({ value }) => value === undefined);
  return { text: (name) => found?.entries.get(name)?.value, isOpen: (found?.rest ?? null) !== null || hidden };
}

/** As the other readers of Kubernetes name it. */
export function networked(object: KubernetesObject, { base, isLive }: Pick<EntityContext, 'base' | 'isLive'>): EntityBase {
  return { ...base, id: isLive ? base.id : object.id, names: [...new Set([object.id, ...base.names])], tags: object.labels };
}

export function labelsAt(
  block: BlockReader,
  path: string,
  name: string,
): { readonly labels: Readonly<Record<string, string>>; readonly hasMore: boolean } {
  const { readers, rest } = blocksAt(block, path);
  const map = readers[0]?.stringMap(name);
  if (!map) return { labels: {}, hasMore: rest !== null };
  const pairs = [...map.entries].flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value] as const]));
  return { labels: Object.fromEntries(pairs), hasMore: map.rest !== null || pairs.length < map.entries.size };
}

const YES: readonly (readonly [annotation: string, internal: RegExp])[] = [
  ['service.beta.kubernetes.io/aws-load-balancer-internal', /^(?!false$).+/i],
  ['service.beta.kubernetes.io/aws-load-balancer-scheme', /^internal$/i],
  ['service.beta.kubernetes.io/azure-load-balancer-internal', /^true$/i],
  ['networking.gke.io/load-balancer-type', /^internal$/i],
  ['cloud.google.com/load-balancer-type', /^internal$/i],
  ['service.beta.kubernetes.io/openstack-internal-load-balancer', /^true$/i],
  ['service.beta.kubernetes.io/oci-load-balancer-internal', /^true$/i],
  ['service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type', /^private$/i],
];

/** The controller of AWS makes internal load balancers unless it is told otherwise; those of the clouds themselves make public ones. */
export function internalService(annotations: Annotations, balancerClass: Known<string | undefined>): Known<boolean> {
  if (YES.some(([name, word]) => word.test(annotations.text(name) ?? ''))) return true;
  if (annotations.isOpen) return { undecided: { code: 'computed', detail: 'its annotations are not known' } };
  const type = annotations.text('service.beta.kubernetes.io/aws-load-balancer-type') ?? '';
  const ofController = /^(?:external|nlb-ip)$/.test(type) || /^(?:service\.k8s\.aws|eks\.amazonaws\.com)\/nlb$/.test(textOf(balancerClass));
  return ofController && annotations.text('service.beta.kubernetes.io/aws-load-balancer-scheme') !== 'internet-facing';
}

export function textOf(value: Known<string | undefined>): string {
  return typeof value === 'string' ? value : '';
}
