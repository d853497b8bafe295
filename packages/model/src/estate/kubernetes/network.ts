/** Services, ingresses, gateways, network policies and the pods behind them. Sources: see network-kubernetes.ts. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityContext, EntityReader } from '../entity.ts';
import type { KubernetesNetworkEntity, KubernetesPods, KubernetesService } from '../network-kubernetes.ts';
import { blocksAt, flagAt, numberAt, textAt, textsAt } from '../reading.ts';
import type { Known } from '../undecided.ts';
import { isUndecided } from '../undecided.ts';
import { annotationsOf, internalService, labelsAt, networked } from './network-words.ts';
import { gatewayOf, ingressOf, routeOf } from './network-routing.ts';
import { policyOf } from './network-policies.ts';
import { KIND_OF, MANIFEST, objectOf } from './objects.ts';
import type { KubernetesObject } from './objects.ts';

/** Kind → the path of its pods' template; '' is the object itself. */
const TEMPLATES: Readonly<Record<string, string>> = {
  Pod: '',
  CronJob: 'spec.jobTemplate.spec.template spec.job_template.spec.template',
  Deployment: 'spec.template',
  StatefulSet: 'spec.template',
  DaemonSet: 'spec.template',
  ReplicaSet: 'spec.template',
  ReplicationController: 'spec.template',
  Job: 'spec.template',
};
const ROUTES = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'];
const READ: ReadonlySet<string> = new Set([...Object.keys(TEMPLATES), 'Service', 'Ingress', 'NetworkPolicy']);

export const kubernetesNetworkReader: EntityReader<KubernetesNetworkEntity> = {
  types: [
    ...['Pod', 'ReplicationController', 'Service', 'apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet', 'apps/ReplicaSet'],
    ...['batch/Job', 'batch/CronJob', 'networking.k8s.io/Ingress', 'extensions/Ingress', 'networking.k8s.io/NetworkPolicy', MANIFEST],
    ...['Gateway', ...ROUTES].map((kind) => `gateway.networking.k8s.io/${kind}`),
    ...Object.keys(KIND_OF).filter((type) => READ.has(KIND_OF[type] ?? '')),
  ],
  read: (block, context) => {
    const object = objectOf(block, context);
    if (!object) return [];
    if (TEMPLATES[object.kind] !== undefined) return [podsOf(object, context)];
    if (ROUTES.includes(object.kind)) return [routeOf(object, context)];
    switch (object.kind) {
      case 'Service':
        return [serviceOf(object, context)];
      case 'Ingress':
        return [ingressOf(object, context)];
      case 'Gateway':
        return gatewayOf(object, context);
      case 'NetworkPolicy':
        return [policyOf(object, context)];
      default:
        return [];
    }
  },
};

const CONTAINERS = ['containers', 'container'];

function podsOf(object: KubernetesObject, context: EntityContext): KubernetesPods {
  const path = TEMPLATES[object.kind] ?? '';
  const template = path === '' ? object.block : path.split(' ').flatMap((each) => blocksAt(object.block, each).readers)[0];
  const spec = template && blocksAt(template, 'spec').readers[0];
  const { labels, hasMore } = template ? labelsAt(template, 'metadata', 'labels') : { labels: {}, hasMore: true };
  const containers = spec ? CONTAINERS.flatMap((list) => blocksAt(spec, list).readers) : [];
  const ports = containers.flatMap((each) => ['ports', 'port'].flatMap((list) => blocksAt(each, list).readers));
  return {
    ...networked(object, context),
    kind: 'kubernetes.pods',
    namespace: object.namespace,
    podLabels: labels,
    hasMoreLabels: hasMore || spec === undefined,
    ports: ports.map((each) => ({
      name: each.string('name').value,
      protocol: (each.string('protocol').value ?? 'TCP').toLowerCase(),
      port: numberAt(each, 'containerPort container_port'),
      hostPort: numberAt(each, 'hostPort host_port'),
    })),
    isHostNetwork: (spec && flagAt(spec, 'hostNetwork host_network')) ?? false,
  };
}

function serviceOf(object: KubernetesObject, context: EntityContext): KubernetesService {
  const { block } = object;
  const spec = blocksAt(block, 'spec').readers[0] ?? block;
  const annotations = annotationsOf(block);
  const { labels, hasMore } = labelsAt(block, 'spec', 'selector');
  const ports = ['ports', 'port'].flatMap((list) => blocksAt(spec, list).readers);
  const ranges = textsAt(spec, 'loadBalancerSourceRanges load_balancer_source_ranges');
  const more = ['service.beta.kubernetes.io/load-balancer-source-ranges', 'service.beta.kubernetes.io/azure-allowed-ip-ranges'].flatMap(
    (name) => (annotations.text(name) ?? '').split(',').map((each) => each.trim()),
  );
  const type = textAt(spec, 'type');
  return {
    ...networked(object, context),
    kind: 'kubernetes.service',
    namespace: object.namespace,
    name: object.name,
    serviceType: unlessVariable(type) ?? 'ClusterIP',
    isInternal: internalService(annotations, textAt(spec, 'loadBalancerClass load_balancer_class')),
    selector: Object.keys(labels).length > 0 || hasMore ? labels : null,
    hasMoreSelector: hasMore,
    ports: ports.map((each) => portOf(each)),
    sourceRanges: { items: [...ranges.items, ...more.filter((each) => each !== '')], rest: ranges.rest },
    externalIps: textsAt(spec, 'externalIPs external_ips'),
    keepsClientAddress: textAt(spec, 'externalTrafficPolicy external_traffic_policy') === 'Local',
  };
}

function portOf(port: BlockReader): KubernetesService['ports'][number] {
  const target = textAt(port, 'targetPort target_port');
  return {
    name: port.string('name').value,
    protocol: (port.string('protocol').value ?? 'TCP').toLowerCase(),
    port: numberAt(port, 'port'),
    nodePort: numberAt(port, 'nodePort node_port'),
    target: target === '0' ? undefined : target,
  };
}

function unlessVariable(text: Known<string | undefined>): Known<string | undefined> {
  if (text === undefined || isUndecided(text) || !/[~\uFFFC]/.test(text)) return text;
  return { undecided: { code: 'computed', detail: `${text.replace(/^~/, '')} is not known` } };
}
