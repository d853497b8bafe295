/** Rules of workloads beside the Pod Security Standards. */
import type { AdmissionRule } from '@kumomori/model';
import {
  added,
  dropped,
  env,
  everyContainer,
  hasDigest,
  image,
  isImage,
  isLatest,
  ofContainer,
  ofEither,
  ofPod,
  ports,
  words,
} from './expressions.ts';
import { FOREIGN_VOLUMES, podSecurityRules } from './pod-security.ts';

const NOT_ENDING = "object.kind in ['Job', 'CronJob']";
const namespace = "object.metadata.?namespace.orValue('default')";
const hostPath = (pattern: string): string => `variables.volumes.all(v, !v.?hostPath.?path.orValue('-').matches(r'${pattern}'))`;
const addsNone = (capability: string): string => everyContainer(`${added}.all(x, !x.matches(r'(?i)^(cap_)?(${capability}|all)$'))`);
const drops = (pattern: string): string => everyContainer(`${dropped}.exists(x, x.matches(r'(?i)^(${pattern})$'))`);
const asked = (key: string): string =>
  everyContainer(`c.?resources.?requests.?${key}.hasValue() || c.?resources.?limits.?${key}.hasValue()`, 'started');
const limited = (key: string): string => everyContainer(`c.?resources.?limits.?${key}.hasValue()`, 'started');
const probed = (probe: string): string => `${NOT_ENDING} || variables.podSpec.?containers.orValue([]).all(c, has(c.${probe}))`;
const labeled = (name: string, value: string): string => `variables.labels[?'${name}'].orValue('') == '${value}'`;

const expressions: Readonly<Record<string, string>> = {
  'argocd-path-traversal': everyContainer(`!${isImage('argocd', String.raw`[01]\.[0-9]+\.[0-9]+|2\.0\.[0-9]+|2\.1\.[0-8]|2\.2\.[0-3]`)}`),
  'cloud-credentials-mount': hostPath(
    String.raw`/(\.aws|\.azure|\.config/gcloud|gcloud|azure\.json|application_default_credentials\.json)(/.*)?$`,
  ),
  'core-volume-types': `variables.volumes.all(v, !(${FOREIGN_VOLUMES.map((source) => `has(v.${source})`).join(' || ')}))`,
  'cpu-limit': limited('cpu'),
  'cpu-request': asked('cpu'),
  'default-namespace': `${namespace} != 'default'`,
  'drop-all-capabilities': drops('all'),
  'drop-net-raw': drops('all|net_raw'),
  'drop-some-capabilities': everyContainer(`${dropped}.size() > 0`),
  'duplicate-variables': everyContainer(`${env}.all(e, c.env.exists_one(f, f.name == e.name))`),
  'grafana-race': everyContainer(`!${isImage('grafana', String.raw`9\.2\.[0-3]`)}`),
  'high-group-id': everyContainer(`${ofEither('runAsGroup')}.orValue(0) >= 10000`),
  'high-user-id': everyContainer(`${ofEither('runAsUser')}.orValue(0) >= 10000`),
  'host-ipc': '!variables.podSpec.?hostIPC.orValue(false)',
  'host-network': '!variables.podSpec.?hostNetwork.orValue(false)',
  'host-pid': '!variables.podSpec.?hostPID.orValue(false)',
  'image-digest': everyContainer(hasDigest),
  'image-pull-policy': everyContainer(`c.?imagePullPolicy.orValue(${isLatest} ? 'Always' : 'IfNotPresent') == 'Always'`),
  'image-tag': everyContainer(`!${isLatest}`),
  'ingress-nginx-retired': everyContainer(
    `!${image}.matches(r'^(.*/)?(ingress-nginx/controller|nginx-ingress-controller)(-chroot)?(:[^/@]*)?(@.*)?$')`,
  ),
  'ingress-nginx-snippets': everyContainer(
    `!${image}.matches(r'(nginx-(ingress-)?controller|ingress-nginx/controller)[^:]*:v?(0\\.([0-9]|[1-3][0-9]|4[0-8])\\.[0-9]+|0\\.49\\.0|1\\.0\\.0)([^0-9].*)?$')`,
  ),
  'kube-system-namespace': `${namespace} != 'kube-system' || ['tier', 'k8s-app'].exists(k, k in variables.labels || k in object.metadata.?labels.orValue({}))`,
  'kyverno-image-verification': everyContainer(`!${isImage('kyverno', String.raw`1\.8\.[34]`)}`),
  'latest-pull-policy': everyContainer(`!${isLatest} || c.?imagePullPolicy.orValue('Always') == 'Always'`),
  'liveness-probe': probed('livenessProbe'),
  'memory-limit': limited('memory'),
  'memory-request': asked('memory'),
  'no-added-capabilities': everyContainer(`${added}.size() == 0`),
  'no-dashboard': `!(${labeled('app', 'kubernetes-dashboard')}) && !(${labeled('k8s-app', 'kubernetes-dashboard')}) && ${everyContainer(
    `!(${isImage('((kubernetes-)?dashboard(-amd64|-web|-api)?|kubernetesui)')} && ${image}.contains('kubernetes'))`,
  )}`,
  'no-git-sync': everyContainer(`!${isImage('git-sync[^/:@]*')} && ${env}.all(e, e.name != 'GITSYNC_GIT')`),
  'no-host-aliases': '!has(variables.podSpec.hostAliases)',
  'no-net-raw': addsNone('net_raw'),
  'no-privilege-escalation': everyContainer(`!${ofContainer('allowPrivilegeEscalation')}.orValue(true)`),
  'no-privileged-ports': everyContainer(`${ports}.all(p, p.?containerPort.orValue(1024) >= 1024)`),
  'no-root-group': `${everyContainer(`${ofEither('runAsGroup')}.orValue(1) != 0`)} && ${ofPod('fsGroup')}.orValue(1) != 0 && ${ofPod('supplementalGroups')}.orValue([]).all(g, g != 0)`,
  'no-sudo': everyContainer(String.raw`${words}.all(w, !w.matches(r'(^|[\s;&|])sudo(\s|$)'))`),
  'no-sys-admin': addsNone('sys_admin'),
  'no-sys-module': addsNone('sys_module'),
  'no-tiller': `!(${labeled('name', 'tiller')}) && object.metadata.?labels.?name.orValue('') != 'tiller' && ${everyContainer(`!${isImage('tiller')}`)}`,
  // Pods that a controller makes are no naked ones.
  'not-naked': `object.kind != 'Pod' || ${namespace} == 'kube-system' || object.metadata.?ownerReferences.orValue([]).size() > 0`,
  'not-user-zero': everyContainer(`${ofEither('runAsUser')}.orValue(1) != 0`),
  'read-only-root': everyContainer(`${ofContainer('readOnlyRootFilesystem')}.orValue(false)`),
  'readiness-probe': probed('readinessProbe'),
  'rolling-update': "object.kind != 'Deployment' || object.spec.?strategy.?type.orValue('RollingUpdate') != 'Recreate'",
  'run-as-non-root': everyContainer(`${ofEither('runAsNonRoot')}.orValue(false) || ${ofEither('runAsUser')}.orValue(0) > 0`),
  'runtime-socket': hostPath(
    String.raw`^/(var/)?run(/(docker|containerd|crio|cri-dockerd))?/(docker|containerd|crio|cri-dockerd)\.sock/?$`,
  ),
  'seccomp-profile': `variables.annotations[?'seccomp.security.alpha.kubernetes.io/pod'].orValue('').matches('^(runtime/default$|docker/default$|localhost/)') || ${everyContainer(`${ofEither('seccompProfile.?type')}.orValue('') in ['RuntimeDefault', 'Localhost']`)}`,
  'seccomp-runtime-default': everyContainer(`${ofEither('seccompProfile.?type')}.orValue('') == 'RuntimeDefault'`),
  'secrets-as-files': everyContainer(
    `${env}.all(e, !e.?valueFrom.?secretKeyRef.hasValue()) && c.?envFrom.orValue([]).all(e, !has(e.secretRef))`,
  ),
  'security-context': everyContainer('has(c.securityContext)', 'started'),
  'sensitive-host-path': hostPath('^/((boot|dev|etc|lib|lib64|proc|root|sbin|bin|sys|usr)(/.*)?|var/lib/kubelet(/.*)?)?$'),
  'service-account-field': "variables.podSpec.?serviceAccount.orValue('') in ['', variables.podSpec.?serviceAccountName.orValue('')]",
  'tiller-loopback': everyContainer(
    String.raw`!${isImage('tiller')} || ${words}.exists(w, w.matches(r'--listen=(localhost|127\.0\.0\.1):'))`,
  ),
  'writable-host-path': everyContainer(
    'c.?volumeMounts.orValue([]).all(m, m.?readOnly.orValue(false) || !variables.volumes.exists(v, v.name == m.name && has(v.hostPath)))',
  ),
};

export const workloadRules: Readonly<Record<string, AdmissionRule>> = {
  ...podSecurityRules,
  ...Object.fromEntries(
    Object.entries(expressions).map(([name, expression]): [string, AdmissionRule] => [`k8s-workload-${name}`, { on: 'pods', expression }]),
  ),
  'k8s-workload-token-mount': {
    on: 'pods',
    expression: '!variables.podSpec.?automountServiceAccountToken.orValue(true)',
    isStricter: true,
  },
};
