/** Clusters with answers. Each rule of the platform that is easily missed once. */
import type { CloudCase } from './kit.ts';

const yaml = (...objects: readonly string[]): string => `${objects.join('\n---\n')}\n`;
const lines = (indent: number, text: readonly string[]): string => text.map((line) => `${' '.repeat(indent)}${line}`).join('\n');

const deployment = (
  name = 'web',
  labels = `app: ${name}`,
  more: readonly string[] = [],
  [namespace = 'shop', ...spec]: readonly string[] = [],
): string =>
  [
    'apiVersion: apps/v1',
    'kind: Deployment',
    `metadata: { name: ${name}, namespace: ${namespace} }`,
    'spec:',
    `  selector: { matchLabels: { ${labels} } }`,
    '  template:',
    `    metadata: { labels: { ${labels} } }`,
    '    spec:',
    ...spec.map((each) => `      ${each}`),
    '      containers:',
    '        - name: main',
    '          image: example.com/web:1',
    '          ports:',
    '            - { name: http, containerPort: 8080 }',
    lines(12, more),
  ]
    .filter((line) => line !== '')
    .join('\n');
const service = (
  type: string,
  { name = 'web', annotations = '', more = [], ports = '{ port: 80, targetPort: 8080, nodePort: 30080 }' }: ServiceText = {},
): string =>
  [
    'apiVersion: v1',
    'kind: Service',
    `metadata: { name: ${name}, namespace: shop, annotations: { ${annotations} } }`,
    'spec:',
    `  type: ${type}`,
    '  selector: { app: web }',
    `  ports: [${ports}]`,
    ...more.map((each) => `  ${each}`),
  ].join('\n');

interface ServiceText {
  readonly name?: string;
  readonly annotations?: string;
  readonly more?: readonly string[];
  readonly ports?: string;
}

const policy = (name: string, selector: string, ...spec: readonly string[]): string =>
  [
    'apiVersion: networking.k8s.io/v1',
    'kind: NetworkPolicy',
    `metadata: { name: ${name}, namespace: shop }`,
    'spec:',
    `  podSelector: ${selector}`,
    ...spec.map((each) => `  ${each}`),
  ].join('\n');
const ingress = (className: string, annotations = '', more: readonly string[] = []): string =>
  [
    'apiVersion: networking.k8s.io/v1',
    'kind: Ingress',
    `metadata: { name: web, namespace: shop, annotations: { ${annotations} } }`,
    'spec:',
    `  ingressClassName: ${className}`,
    ...more.map((each) => `  ${each}`),
    '  rules:',
    '    - http:',
    '        paths:',
    '          - { path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }',
  ].join('\n');
const gateway = (className: string): string =>
  [
    'apiVersion: gateway.networking.k8s.io/v1',
    'kind: Gateway',
    'metadata: { name: front, namespace: shop }',
    'spec:',
    `  gatewayClassName: ${className}`,
    '  listeners: [{ name: https, protocol: HTTPS, port: 443 }]',
  ].join('\n');
const route = [
  'apiVersion: gateway.networking.k8s.io/v1',
  'kind: HTTPRoute',
  'metadata: { name: web, namespace: shop }',
  'spec:',
  '  parentRefs: [{ name: front }]',
  '  rules: [{ backendRefs: [{ name: web, port: 80 }] }]',
].join('\n');
const namespace = (name: string, labels: string): string =>
  ['apiVersion: v1', 'kind: Namespace', `metadata: { name: ${name}, labels: { ${labels} } }`].join('\n');
const LB = 'service.beta.kubernetes.io/aws-load-balancer';
const WEB = 'shop/Deployment/web';
const SVC = 'shop/Service/web';
const ING = 'shop/Ingress/web';
const GW = 'shop/Gateway/front';
const DB = 'shop/Deployment/db';
const shut = policy('shut', '{}', 'policyTypes: [Ingress]');

const cases: readonly Omit<CloudCase, 'path'>[] = [
  {
    name: 'kubernetes: a load balancer is for the internet',
    code: yaml(deployment(), service('LoadBalancer')),
    expect: { [SVC]: 'yes tcp/80', [WEB]: 'no', [`${SVC} > ${WEB}`]: 'yes tcp/8080' },
  },
  {
    name: 'kubernetes: a service within the cluster',
    code: yaml(deployment(), service('ClusterIP')),
    expect: { [SVC]: 'no, but: service', [`${SVC} > ${WEB}`]: 'none' },
  },
  {
    name: 'kubernetes: an internal load balancer of EKS',
    code: yaml(deployment(), service('LoadBalancer', { annotations: `${LB}-internal: "true"` })),
    expect: { [SVC]: 'no, but: service', [`${SVC} > ${WEB}`]: 'none' },
  },
  {
    name: 'kubernetes: the controller of AWS makes internal ones',
    code: yaml(deployment(), service('LoadBalancer', { annotations: `${LB}-type: external` })),
    expect: { [SVC]: 'no, but: service' },
  },
  {
    name: 'kubernetes: the controller of AWS, told to face the internet',
    code: yaml(deployment(), service('LoadBalancer', { annotations: `${LB}-type: external, ${LB}-scheme: internet-facing` })),
    expect: { [SVC]: 'yes tcp/80' },
  },
  {
    name: 'kubernetes: an internal load balancer of GKE',
    code: yaml(deployment(), service('LoadBalancer', { annotations: 'networking.gke.io/load-balancer-type: "Internal"' })),
    expect: { [SVC]: 'no, but: service' },
  },
  {
    name: 'kubernetes: an internal load balancer of AKS',
    code: yaml(deployment(), service('LoadBalancer', { annotations: 'service.beta.kubernetes.io/azure-load-balancer-internal: "true"' })),
    expect: { [SVC]: 'no, but: service' },
  },
  {
    name: 'kubernetes: ranges of callers',
    code: yaml(deployment(), service('LoadBalancer', { more: ['loadBalancerSourceRanges: [198.51.100.0/24]'] })),
    expect: { [SVC]: 'no, but: service firewall', [`198.51.100.0/24 > ${SVC}`]: 'yes tcp/80' },
  },
  {
    name: 'kubernetes: ranges that are the internet',
    code: yaml(deployment(), service('LoadBalancer', { more: ['loadBalancerSourceRanges: [0.0.0.0/1, 128.0.0.0/1]'] })),
    expect: { [SVC]: 'yes tcp/80' },
  },
  {
    name: 'kubernetes: ports of nodes',
    code: yaml(deployment(), service('NodePort')),
    expect: { [SVC]: 'unknown tcp/30080', [`${SVC} > ${WEB}`]: 'unknown tcp/8080' },
  },
  {
    name: 'kubernetes: an external address that is public',
    code: yaml(deployment(), service('ClusterIP', { more: ['externalIPs: [203.0.113.7]'] })),
    expect: { [SVC]: 'unknown tcp/80' },
  },
  {
    name: 'kubernetes: an external address that is private',
    code: yaml(deployment(), service('ClusterIP', { more: ['externalIPs: [10.1.2.3]'] })),
    expect: { [SVC]: 'no, but: service' },
  },
  {
    name: 'kubernetes: a target port by its name',
    code: yaml(deployment(), service('LoadBalancer', { ports: '{ port: 80, targetPort: http }' })),
    expect: { [`${SVC} > ${WEB}`]: 'yes tcp/8080' },
  },
  {
    name: 'kubernetes: a selector that picks other pods',
    code: yaml(deployment('db'), service('LoadBalancer')),
    expect: { [SVC]: 'yes tcp/80', [`${SVC} > ${DB}`]: 'none' },
  },
  {
    name: 'kubernetes: pods of another namespace',
    code: yaml(deployment('web', 'app: web', [], ['other']), service('LoadBalancer')),
    expect: { [`${SVC} > other/Deployment/web`]: 'none' },
  },
  {
    name: 'kubernetes: a policy for all pods of the namespace',
    code: yaml(deployment(), service('LoadBalancer'), shut),
    expect: { [SVC]: 'yes tcp/80', [`${SVC} > ${WEB}`]: 'none' },
  },
  {
    name: 'kubernetes: a policy that is about leaving only',
    code: yaml(deployment(), service('LoadBalancer'), policy('out', '{}', 'policyTypes: [Egress]')),
    expect: { [`${SVC} > ${WEB}`]: 'yes tcp/8080' },
  },
  {
    name: 'kubernetes: one policy shuts, another opens',
    code: yaml(
      deployment(),
      service('LoadBalancer'),
      shut,
      policy('open', '{ matchLabels: { app: web } }', 'ingress: [{ ports: [{ port: http }] }]'),
    ),
    expect: { [`${SVC} > ${WEB}`]: 'yes tcp/8080' },
  },
  {
    name: 'kubernetes: a policy that admits another port',
    code: yaml(deployment(), service('LoadBalancer'), policy('open', '{}', 'ingress: [{ ports: [{ port: 9090 }] }]')),
    expect: { [`${SVC} > ${WEB}`]: 'none' },
  },
  {
    name: 'kubernetes: a policy for pods admits nobody from outside',
    code: yaml(deployment(), service('LoadBalancer'), policy('open', '{}', 'ingress: [{ from: [{ podSelector: {} }] }]')),
    expect: { [`${SVC} > ${WEB}`]: 'none' },
  },
  {
    name: 'kubernetes: addresses of callers, which pods do not see',
    code: yaml(deployment(), service('LoadBalancer'), policy('open', '{}', 'ingress: [{ from: [{ ipBlock: { cidr: 0.0.0.0/0 } }] }]')),
    expect: { [`${SVC} > ${WEB}`]: 'unknown tcp/8080' },
  },
  {
    name: 'kubernetes: addresses of callers, which pods see',
    code: yaml(
      deployment(),
      service('LoadBalancer', { more: ['externalTrafficPolicy: Local'] }),
      policy('open', '{}', 'ingress: [{ from: [{ ipBlock: { cidr: 0.0.0.0/0, except: [10.0.0.0/8] } }] }]'),
    ),
    expect: { [`${SVC} > ${WEB}`]: 'yes tcp/8080' },
  },
  {
    name: 'kubernetes: a private range for callers that pods see',
    code: yaml(
      deployment(),
      service('LoadBalancer', { more: ['externalTrafficPolicy: Local'] }),
      policy('open', '{}', 'ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }]'),
    ),
    expect: { [`${SVC} > ${WEB}`]: 'none' },
  },
  {
    name: 'kubernetes: an ingress of AWS is internal unless it says otherwise',
    code: yaml(deployment(), service('ClusterIP'), ingress('alb')),
    expect: { [ING]: 'no, but: ingress', [`${ING} > ${WEB}`]: 'none' },
  },
  {
    name: 'kubernetes: an ingress of AWS that faces the internet',
    code: yaml(deployment(), service('ClusterIP'), ingress('alb', 'alb.ingress.kubernetes.io/scheme: internet-facing')),
    expect: { [ING]: 'yes tcp/80', [SVC]: 'no, but: service', [`${ING} > ${WEB}`]: 'yes tcp/8080' },
  },
  {
    name: 'kubernetes: an ingress whose controller nobody sees',
    code: yaml(deployment(), service('ClusterIP'), ingress('nginx')),
    expect: { [ING]: 'unknown tcp/80', [`${ING} > ${WEB}`]: 'unknown tcp/8080' },
  },
  {
    name: 'kubernetes: an ingress whose controller has a public service',
    code: yaml(
      deployment(),
      service('ClusterIP'),
      ingress('nginx', '', ['tls: [{ hosts: [example.com] }]']),
      service('LoadBalancer', { name: 'ingress-nginx' }),
    ),
    expect: { [ING]: 'yes tcp/80, tcp/443', [`${ING} > ${WEB}`]: 'yes tcp/8080' },
  },
  {
    name: 'kubernetes: an ingress of GKE for the inside',
    code: yaml(deployment(), service('ClusterIP'), ingress('gce-internal')),
    expect: { [ING]: 'no, but: ingress' },
  },
  {
    name: 'kubernetes: a policy that admits the pods of a controller',
    code: yaml(
      deployment(),
      service('ClusterIP'),
      ingress('gce'),
      policy('open', '{}', 'ingress: [{ from: [{ namespaceSelector: { matchLabels: { role: edge } } }] }]'),
    ),
    expect: { [ING]: 'yes tcp/80', [`${ING} > ${WEB}`]: 'unknown tcp/8080' },
  },
  {
    name: 'kubernetes: a gateway and its route',
    code: yaml(deployment(), service('ClusterIP'), gateway('gke-l7-global-external-managed'), route),
    expect: { [GW]: 'yes tcp/443', [`${GW} > ${WEB}`]: 'yes tcp/8080' },
  },
  {
    name: 'kubernetes: an internal gateway',
    code: yaml(deployment(), service('ClusterIP'), gateway('gke-l7-rilb'), route),
    expect: { [GW]: 'no, but: gateway', [`${GW} > ${WEB}`]: 'none' },
  },
  {
    name: 'kubernetes: a port of the node',
    code: yaml(deployment('web', 'app: web', ['- { containerPort: 9100, hostPort: 9100 }'])),
    expect: { [WEB]: 'unknown tcp/9100' },
  },
  {
    name: 'kubernetes: a policy shuts a port of the node',
    code: yaml(deployment('web', 'app: web', ['- { containerPort: 9100, hostPort: 9100 }']), shut),
    expect: { [WEB]: 'no' },
  },
  {
    name: 'kubernetes: policies do not hold for pods on the network of their node',
    code: yaml(deployment('web', 'app: web', [], ['shop', 'hostNetwork: true']), shut),
    expect: { [WEB]: 'unknown tcp/8080' },
  },
  {
    name: 'kubernetes: without policies every pod reaches every pod',
    code: yaml(deployment('web'), deployment('db', 'app: db', [], ['other'])),
    expect: { [`${WEB} => other/Deployment/db`]: 'yes all', [`other/Deployment/db => ${WEB}`]: 'yes all' },
  },
  {
    name: 'kubernetes: a policy for one side',
    code: yaml(
      deployment('web'),
      deployment('db'),
      deployment('job'),
      policy(
        'db',
        '{ matchLabels: { app: db } }',
        'ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }], ports: [{ port: 5432 }] }]',
      ),
    ),
    expect: { [`${WEB} => ${DB}`]: 'yes tcp/5432', [`shop/Deployment/job => ${DB}`]: 'none', [`${DB} => ${WEB}`]: 'yes all' },
  },
  {
    name: 'kubernetes: what may not leave does not arrive',
    code: yaml(deployment('web'), deployment('db'), policy('web', '{ matchLabels: { app: web } }', 'policyTypes: [Egress]')),
    expect: { [`${WEB} => ${DB}`]: 'none', [`${DB} => ${WEB}`]: 'yes all' },
  },
  {
    name: 'kubernetes: both selectors of a peer must match',
    code: yaml(
      namespace('other', 'team: pay'),
      namespace('shop', 'team: shop'),
      deployment('web', 'app: web', [], ['other']),
      deployment('job', 'app: job', [], ['other']),
      deployment('db'),
      policy(
        'db',
        '{ matchLabels: { app: db } }',
        'ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: pay } }, podSelector: { matchExpressions: [{ key: app, operator: In, values: [web] }] } }] }]',
      ),
    ),
    expect: { [`other/Deployment/web => ${DB}`]: 'yes all', [`other/Deployment/job => ${DB}`]: 'none' },
  },
  {
    name: 'kubernetes: a selector of pods means those of the policy’s own namespace',
    code: yaml(
      deployment('web', 'app: web', [], ['other']),
      deployment('web'),
      deployment('db'),
      policy('db', '{ matchLabels: { app: db } }', 'ingress: [{ from: [{ podSelector: {} }] }]'),
    ),
    expect: { [`other/Deployment/web => ${DB}`]: 'none', [`${WEB} => ${DB}`]: 'yes all' },
  },
  {
    name: 'kubernetes: a namespace whose labels nobody knows',
    code: yaml(
      deployment('web', 'app: web', [], ['other']),
      deployment('db'),
      policy('db', '{ matchLabels: { app: db } }', 'ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: pay } } }] }]'),
    ),
    expect: { [`other/Deployment/web => ${DB}`]: 'unknown all' },
  },
];

const terraform: CloudCase = {
  name: 'kubernetes: objects in Terraform',
  code: [
    'resource "kubernetes_deployment" "web" {',
    '  metadata {\n    name = "web"\n    namespace = "shop"\n  }',
    '  spec {\n    selector {\n      match_labels = { app = "web" }\n    }',
    '    template {\n      metadata {\n        labels = { app = "web" }\n      }',
    '      spec {\n        container {\n          name = "main"\n          image = "example.com/web:1"\n          port {\n            name = "http"\n            container_port = 8080\n          }\n        }\n      }\n    }\n  }',
    '}',
    'resource "kubernetes_service" "web" {',
    '  metadata {\n    name = "web"\n    namespace = "shop"\n  }',
    '  spec {\n    type = "LoadBalancer"\n    selector = { app = "web" }\n    port {\n      port = 80\n      target_port = "http"\n    }\n  }',
    '}',
    '',
  ].join('\n'),
  expect: { 'kubernetes_service.web': 'yes tcp/80', 'kubernetes_service.web > kubernetes_deployment.web': 'yes tcp/8080' },
};

export const kubernetes: readonly CloudCase[] = [...cases.map((each) => ({ ...each, path: 'shop.yaml' })), terraform];
