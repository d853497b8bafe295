/** Synthetic Kubernetes manifests: services as teams write them, some careful, some not, a few files each. */
import type { Random } from './random.ts';

const TEAMS = ['commerce', 'logistics', 'finance', 'people', 'media', 'platform'];
const PARTS = ['api', 'worker', 'web', 'sync', 'report', 'cache'];

/** Path → text. `count` files of one to three objects; the same chance gives the same bytes. */
export function manifestFiles(count: number, random: Random): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (let index = 0; files.size < count; index++) {
    const team = TEAMS[index % TEAMS.length] ?? 'platform';
    const name = `${random.pick(PARTS)}-${index}`;
    const folder = `${team}/${name}`;
    const texts: readonly (readonly [string, string])[] = [
      ['deployment.yaml', workload(name, team, random)],
      ['service.yaml', `${service(name, team, random)}---\n${configMap(name, team)}`],
      ['access.yaml', `${account(name, team)}---\n${role(name, team, random)}`],
      ['network-policy.yaml', networkPolicy(name, team)],
    ];
    for (const [file, text] of texts) if (files.size < count && random.chance(0.8)) files.set(`${folder}/${file}`, text);
  }
  return files;
}

function head(apiVersion: string, kind: string, name: string, team: string): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: ${team}\n  labels:\n    app.kubernetes.io/name: ${name}\n    team: ${team}\n`;
}

function workload(name: string, team: string, random: Random): string {
  const kind = random.pick(['Deployment', 'Deployment', 'Deployment', 'StatefulSet', 'DaemonSet']);
  const isCareful = random.chance(0.6);
  const security = isCareful
    ? `          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            runAsNonRoot: true
            capabilities:
              drop: [ALL]
            seccompProfile:
              type: RuntimeDefault
`
    : random.chance(0.3)
      ? '          securityContext:\n            privileged: true\n'
      : '';
  const limits = random.chance(0.7)
    ? '          resources:\n            requests: { cpu: 100m, memory: 128Mi }\n            limits: { cpu: 500m, memory: 256Mi }\n'
    : '';
  const variables = Array.from(
    { length: random.int(2, 8) },
    (_, at) => `            - name: SETTING_${at}\n              value: "${random.int(1, 9999)}"\n`,
  ).join('');
  const host = random.chance(0.05) ? '      hostNetwork: true\n' : '';
  return `# ${name}: owned by ${team}
${head('apps/v1', kind, name, team)}spec:
  replicas: ${random.int(1, 5)}
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${name}
    spec:
      serviceAccountName: ${name}
      automountServiceAccountToken: ${random.chance(0.5)}
${host}      containers:
        - name: ${name}
          image: registry.example.com/${team}/${name}:${random.chance(0.9) ? `1.${random.int(0, 40)}.${random.int(0, 9)}` : 'latest'}
          ports:
            - containerPort: 8080
          env:
${variables}          livenessProbe:
            httpGet: { path: /live, port: 8080 }
          readinessProbe:
            httpGet: { path: /ready, port: 8080 }
${limits}${security}          volumeMounts:
            - name: data
              mountPath: /data
      volumes:
        - name: data
          ${random.chance(0.1) ? 'hostPath: { path: /var/lib/data }' : 'emptyDir: {}'}
`;
}

function service(name: string, team: string, random: Random): string {
  return `${head('v1', 'Service', name, team)}spec:
  type: ${random.chance(0.1) ? 'LoadBalancer' : 'ClusterIP'}
  selector:
    app.kubernetes.io/name: ${name}
  ports:
    - port: 80
      targetPort: 8080
`;
}

function configMap(name: string, team: string): string {
  return `${head('v1', 'ConfigMap', name, team)}data:\n  settings.yaml: |\n    log: info\n    region: eu-central-1\n    timeout: 30s\n`;
}

function account(name: string, team: string): string {
  return head('v1', 'ServiceAccount', name, team);
}

function role(name: string, team: string, random: Random): string {
  const rule = random.chance(0.1)
    ? '  - apiGroups: ["*"]\n    resources: ["*"]\n    verbs: ["*"]\n'
    : '  - apiGroups: [""]\n    resources: [configmaps, secrets]\n    verbs: [get, list]\n';
  return `${head('rbac.authorization.k8s.io/v1', 'Role', name, team)}rules:
${rule}---
${head('rbac.authorization.k8s.io/v1', 'RoleBinding', name, team)}roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: ${name}
subjects:
  - kind: ServiceAccount
    name: ${name}
    namespace: ${team}
`;
}

function networkPolicy(name: string, team: string): string {
  return `${head('networking.k8s.io/v1', 'NetworkPolicy', name, team)}spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  policyTypes: [Ingress, Egress]
  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: ${team}
      ports:
        - port: 8080
  egress:
    - to:
        - ipBlock:
            cidr: 192.0.2.0/24
`;
}
