/** Ingresses, gateways and their routes. Sources: Kubernetes Ingress and Gateway API, documentation of each controller, read 2026-11-22. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityContext } from '../entity.ts';
import type { KubernetesGateway, KubernetesRouting } from '../network-kubernetes.ts';
import { blocksAt, numberAt, textAt } from '../reading.ts';
import type { Known } from '../undecided.ts';
import { annotationsOf, networked, textOf } from './network-words.ts';
import type { Annotations } from './network-words.ts';
import type { KubernetesObject } from './objects.ts';

const AUTH = [
  ...['nginx.ingress.kubernetes.io/auth-url', 'nginx.ingress.kubernetes.io/auth-type', 'nginx.ingress.kubernetes.io/auth-tls-secret'],
  ...['alb.ingress.kubernetes.io/auth-type', 'haproxy.org/auth-type'],
];
const RANGES = ['nginx.ingress.kubernetes.io/whitelist-source-range', 'alb.ingress.kubernetes.io/inbound-cidrs', 'haproxy.org/allow-list'];
const WALLS = [
  'alb.ingress.kubernetes.io/wafv2-acl-arn',
  'alb.ingress.kubernetes.io/waf-acl-id',
  'appgw.ingress.kubernetes.io/waf-policy-for-path',
];

export function ingressOf(object: KubernetesObject, context: EntityContext): KubernetesRouting {
  const { block, namespace } = object;
  const annotations = annotationsOf(block);
  const spec = blocksAt(block, 'spec').readers[0] ?? block;
  const name = textAt(spec, 'ingressClassName ingress_class_name');
  const backends = [
    ...['defaultBackend', 'default_backend', 'backend'].flatMap((path) => blocksAt(spec, path).readers),
    ...['rules.http.paths.backend', 'rule.http.path.backend'].flatMap((path) => blocksAt(spec, path).readers),
  ];
  const auth = AUTH.map((each) => annotations.text(each)).some((each) => each !== undefined && each !== 'none');
  return {
    ...networked(object, context),
    kind: 'kubernetes.routing',
    namespace,
    isInternal: internalIngress(annotations, textOf(name) || (annotations.text('kubernetes.io/ingress.class') ?? '')),
    hasTls: blocksAt(spec, 'tls').readers.length > 0,
    protocol: 'http',
    backends: backends.flatMap((each) => backendOf(each, namespace)),
    gateways: null,
    sourceRanges: { items: RANGES.flatMap((each) => split(annotations.text(each))), rest: null },
    ports: [...(annotations.text('alb.ingress.kubernetes.io/listen-ports') ?? '').matchAll(/"HTTPS?"\s{0,4}:\s{0,4}(\d{1,5})/g)].map(
      (each) => Number(each[1]),
    ),
    hasLogin: auth,
    shields: { items: WALLS.flatMap((each) => annotations.text(each) ?? []), rest: null },
  };
}

function split(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** In all the ways a backend was ever written. */
function backendOf(block: BlockReader, namespace: string): KubernetesRouting['backends'] {
  const service = textAt(block, 'service.name serviceName service_name');
  if (service === undefined) return [];
  return [{ namespace, service, port: textAt(block, 'service.port.number service.port.name servicePort service_port') }];
}

/** Which controllers make load balancers of their own is known; others stand behind a service that says it. */
function internalIngress(annotations: Annotations, className: string): Known<boolean> {
  const scheme = annotations.text('alb.ingress.kubernetes.io/scheme');
  if (scheme === 'internet-facing') return false;
  if (scheme === 'internal' || annotations.text('appgw.ingress.kubernetes.io/use-private-ip') === 'true') return true;
  if (/internal|private/i.test(className)) return true;
  if (annotations.isOpen) return { undecided: { code: 'computed', detail: 'its annotations are not known' } };
  // The controller of AWS makes internal ones unless it is told otherwise.
  if (className === 'alb') return true;
  if (/^(?:gce|azure\/application-gateway|azure-application-gateway|webapprouting\.kubernetes\.azure\.com)$/.test(className)) return false;
  return { undecided: { code: 'computed', detail: 'the service of its ingress controller is not in what was read' } };
}

const INTERNAL_CLASSES = /internal|rilb|vpc-lattice|private/i;
const PUBLIC_CLASSES = /external|gxlb|^(?:istio|eg|envoy|cilium|nginx|traefik|contour|kong)/i;

export function gatewayOf(object: KubernetesObject, context: EntityContext): readonly KubernetesGateway[] {
  const { block, namespace, name } = object;
  const spec = blocksAt(block, 'spec').readers[0] ?? block;
  const className = textOf(textAt(spec, 'gatewayClassName'));
  // Istio has a gateway of the same kind that only configures one.
  if (className === '') return [];
  const own = annotationsOf(block);
  const infrastructure = annotationsOf(spec, 'infrastructure');
  const text = (annotation: string): string => own.text(annotation) ?? infrastructure.text(annotation) ?? '';
  const isInside =
    text('networking.istio.io/service-type') === 'ClusterIP' ||
    /^internal$/i.test(text('networking.gke.io/load-balancer-type')) ||
    /^internal$/i.test(text('service.beta.kubernetes.io/aws-load-balancer-scheme')) ||
    /^true$/i.test(text('service.beta.kubernetes.io/azure-load-balancer-internal')) ||
    INTERNAL_CLASSES.test(className);
  const unknown = { undecided: { code: 'computed' as const, detail: `what makes gateways of the class ${className} is not known` } };
  return [
    {
      ...networked(object, context),
      kind: 'kubernetes.gateway',
      namespace,
      name,
      isInternal: isInside ? true : PUBLIC_CLASSES.test(className) ? false : unknown,
      listeners: blocksAt(spec, 'listeners').readers.map((each) => ({
        protocol: /^udp$/i.test(each.string('protocol').value ?? '') ? 'udp' : 'tcp',
        port: numberAt(each, 'port'),
        place: each.place.range ?? context.base.place,
      })),
    },
  ];
}

export function routeOf(object: KubernetesObject, context: EntityContext): KubernetesRouting {
  const { block, namespace, kind } = object;
  const parents = blocksAt(block, 'spec.parentRefs').readers;
  const backends = blocksAt(block, 'spec.rules.backendRefs').readers;
  const space = (each: BlockReader): string => textOf(textAt(each, 'namespace')) || namespace;
  return {
    ...networked(object, context),
    kind: 'kubernetes.routing',
    namespace,
    isInternal: false,
    hasTls: false,
    protocol: kind === 'UDPRoute' ? 'udp' : kind === 'TCPRoute' || kind === 'TLSRoute' ? 'tcp' : 'http',
    backends: backends
      .filter((each) => ['', 'Service'].includes(textOf(textAt(each, 'kind'))))
      .map((each) => ({ namespace: space(each), service: textAt(each, 'name'), port: textAt(each, 'port') })),
    gateways: parents.map((each) => ({ namespace: space(each), name: textAt(each, 'name') })),
    sourceRanges: { items: [], rest: null },
    ports: [],
    hasLogin: false,
    shields: { items: [], rest: null },
  };
}
