/** Rules of services, ingresses, network policies, namespaces and other single objects. */
import type { AdmissionRule } from '@kumomori/model';
import { literal } from './expressions.ts';

const SNIPPETS = literal(
  ['server', 'configuration', 'location', 'auth', 'modsecurity', 'stream'].map((each) => `nginx.ingress.kubernetes.io/${each}-snippet`),
);
const noSnippet = (condition: string): string => `!${SNIPPETS}.exists(k, variables.annotations[?k].orValue('')${condition})`;
const annotated = (key: string, pattern: string): string => `variables.annotations[?'${key}'].orValue('').matches(r'${pattern}')`;
const INTERNAL = [
  annotated('service.beta.kubernetes.io/aws-load-balancer-internal', String.raw`^(true|0\.0\.0\.0/0)$`),
  annotated('service.beta.kubernetes.io/aws-load-balancer-scheme', '^internal$'),
  annotated('service.beta.kubernetes.io/azure-load-balancer-internal', '^true$'),
  annotated('networking.gke.io/load-balancer-type', '(?i)^internal$'),
  annotated('cloud.google.com/load-balancer-type', '(?i)^internal$'),
].join(' || ');
const open = (direction: string, peers: string): string =>
  `!object.?spec.?${direction}.orValue([]).exists(r, (r.?${peers}.orValue([]).size() == 0 && r.?ports.orValue([]).size() == 0) || r.?${peers}.orValue([]).exists(p, p.?ipBlock.?cidr.orValue('') in ['0.0.0.0/0', '::/0']))`;

export const objectRules: Readonly<Record<string, AdmissionRule>> = {
  'k8s-service-aws-tls': {
    on: 'services',
    expression:
      "variables.type != 'LoadBalancer' || !variables.annotations.exists(k, k.startsWith('service.beta.kubernetes.io/aws-load-balancer-')) || object.spec.?ports.orValue([]).all(p, p.port != 443) || variables.annotations[?'service.beta.kubernetes.io/aws-load-balancer-ssl-cert'].orValue('') != ''",
  },
  'k8s-service-limited-load-balancer': {
    on: 'services',
    expression: `variables.type != 'LoadBalancer' || ${INTERNAL} || (object.spec.?loadBalancerSourceRanges.orValue([]).size() > 0 && object.spec.loadBalancerSourceRanges.all(r, !(r in ['0.0.0.0/0', '::/0'])))`,
  },
  'k8s-service-no-external-ips': { on: 'services', expression: 'object.spec.?externalIPs.orValue([]).size() == 0' },
  'k8s-service-no-node-port': { on: 'services', expression: "variables.type != 'NodePort'" },
  'k8s-service-no-tiller': {
    on: 'services',
    expression:
      "variables.labels[?'name'].orValue('') != 'tiller' && object.spec.?selector.?name.orValue('') != 'tiller' && !object.metadata.name.contains('tiller')",
  },
  'k8s-service-account-default-without-token': {
    on: 'service-accounts',
    expression: "object.metadata.name != 'default' || !object.?automountServiceAccountToken.orValue(true)",
  },
  'k8s-ingress-no-alias-snippets': { on: 'ingresses', expression: noSnippet(String.raw`.matches(r'(^|[\s;{])alias\s')`) },
  'k8s-ingress-no-lua-snippets': { on: 'ingresses', expression: noSnippet(".matches('lua_|_by_lua')") },
  'k8s-ingress-no-snippets': { on: 'ingresses', expression: noSnippet(" != ''") },
  'k8s-ingress-tls': { on: 'ingresses', expression: 'object.?spec.?tls.orValue([]).size() > 0' },
  'k8s-namespace-pod-security': {
    on: 'namespaces',
    expression: "variables.labels[?'pod-security.kubernetes.io/enforce'].orValue('') in ['baseline', 'restricted']",
  },
  'k8s-network-policy-no-open-egress': { on: 'network-policies', expression: open('egress', 'to') },
  'k8s-network-policy-no-open-ingress': { on: 'network-policies', expression: open('ingress', 'from') },
  'k8s-object-default-namespace': {
    on: 'core-objects',
    expression:
      "object.metadata.?namespace.orValue('default') != 'default' || object.metadata.?name.orValue('') in ['default', 'kubernetes', 'kube-root-ca.crt']",
  },
  'k8s-config-map-aws-auth-masters': {
    on: 'config-maps',
    expression: String.raw`['mapRoles', 'mapUsers'].all(k, !object.?data.orValue({})[?k].orValue('').matches(r'\bsystem:masters\b'))`,
  },
};
