/** The Pod Security Standards at every version: from which to which version a pod violates a level. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checks } from '@kumomori/content';
import { evaluateCheck } from '@kumomori/engine';
import type { Resource } from '@kumomori/model';
import { NEWEST_POD_SECURITY } from '@kumomori/model';
import { exampleResources } from './example-resources.ts';

type Level = 'baseline' | 'restricted';

const standards = checks.filter(({ id }) => id.startsWith('k8s-pod-security-') && !id.startsWith('k8s-pod-security-policy-'));

function violates(resources: readonly Resource[], level: Level, version: number): boolean {
  const params = { level: [level], version };
  return resources.some((resource) =>
    standards.some(
      ({ check }) => resource.type === check.on && evaluateCheck(check, resource, { lookup: () => undefined, params }).status === 'fail',
    ),
  );
}

/** The versions that refuse the pod, as ranges: `0-18`, `34-37`. */
function refusedBy(pod: object, level: Level): string {
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'api' }, ...pod });
  const resources = exampleResources('kubernetes', { 'pod.json': text });
  const ranges: string[] = [];
  let from: number | null = null;
  for (let version = 0; version <= NEWEST_POD_SECURITY + 1; version++) {
    const isRefused = version <= NEWEST_POD_SECURITY && violates(resources, level, version);
    if (isRefused && from === null) from = version;
    if (!isRefused && from !== null) {
      ranges.push(`${from}-${version - 1}`);
      from = null;
    }
  }
  return ranges.join(',');
}

/** Meets restricted in every version. */
const container = {
  name: 'api',
  image: 'registry.example.com/api:1',
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
};
const podContext = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
const spec = (more: object = {}, security: object = {}): object => ({
  spec: { securityContext: { ...podContext, ...security }, containers: [container], ...more },
});
const withContainer = (more: object, security: object = {}): object => ({
  spec: {
    securityContext: podContext,
    containers: [{ ...container, ...more, securityContext: { ...container.securityContext, ...security } }],
  },
});
const windows = { os: { name: 'windows' } };
const ALL = `0-${NEWEST_POD_SECURITY}`;
const since = (version: number): string => `${version}-${NEWEST_POD_SECURITY}`;

/** Name, pod, versions of baseline and of restricted that refuse it. */
const cases: readonly (readonly [string, object, string, string])[] = [
  ['a pod that does everything right', spec(), '', ''],
  ['a pod that says nothing', { spec: { containers: [{ name: 'api', image: 'a' }] } }, '', ALL],
  ['hostNetwork', spec({ hostNetwork: true }), ALL, ALL],
  ['a host path', spec({ volumes: [{ name: 'a', hostPath: { path: '/srv' } }] }), ALL, ALL],
  ['a volume of NFS', spec({ volumes: [{ name: 'a', nfs: { server: '192.0.2.1', path: '/a' } }] }), '', ALL],
  ['an image as a volume', spec({ volumes: [{ name: 'a', image: { reference: 'registry.example.com/data:1' } }] }), '', ''],
  ['a volume without a source', spec({ volumes: [{ name: 'a' }] }), '', ''],
  [
    'a privileged ephemeral container',
    spec({ ephemeralContainers: [{ ...container, securityContext: { ...container.securityContext, privileged: true } }] }),
    ALL,
    ALL,
  ],
  [
    'a host port of an init container',
    spec({ initContainers: [{ ...container, ports: [{ hostPort: 80, containerPort: 80 }] }] }),
    ALL,
    ALL,
  ],
  ['a host port of 0', withContainer({ ports: [{ hostPort: 0, containerPort: 80 }] }), '', ''],
  ['a probe of another host', withContainer({ livenessProbe: { tcpSocket: { host: '192.0.2.1', port: 80 } } }), since(34), since(34)],
  ['a hook to an empty host', withContainer({ lifecycle: { preStop: { httpGet: { host: '', port: 80 } } } }), '', ''],
  ['NET_BIND_SERVICE', withContainer({}, { capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } }), '', ''],
  ['CHOWN', withContainer({}, { capabilities: { drop: ['ALL'], add: ['CHOWN'] } }), '', since(22)],
  ['NET_ADMIN', withContainer({}, { capabilities: { drop: ['ALL'], add: ['NET_ADMIN'] } }), ALL, ALL],
  ['nothing dropped', withContainer({}, { capabilities: {} }), '', since(22)],
  [
    'nothing dropped on Windows',
    {
      spec: {
        ...windows,
        securityContext: podContext,
        containers: [{ ...container, securityContext: { allowPrivilegeEscalation: false } }],
      },
    },
    '',
    '22-24',
  ],
  ['privilege escalation', withContainer({}, { allowPrivilegeEscalation: true }), '', since(8)],
  [
    'privilege escalation on Windows',
    {
      spec: {
        ...windows,
        securityContext: podContext,
        containers: [{ ...container, securityContext: { capabilities: { drop: ['ALL'] } } }],
      },
    },
    '',
    '8-24',
  ],
  ['no seccomp profile', spec({}, { seccompProfile: undefined }), '', since(19)],
  ['no seccomp profile on Windows', spec(windows, { seccompProfile: undefined }), '', '19-24'],
  ['an unconfined seccomp profile', spec({}, { seccompProfile: { type: 'Unconfined' } }), since(19), since(19)],
  [
    'the old annotation for no seccomp',
    { metadata: { name: 'api', annotations: { 'seccomp.security.alpha.kubernetes.io/pod': 'unconfined' } }, ...spec() },
    '0-18',
    '0-18',
  ],
  [
    'the old annotation of a container that is not there',
    { metadata: { name: 'api', annotations: { 'container.seccomp.security.alpha.kubernetes.io/other': 'unconfined' } }, ...spec() },
    '',
    '',
  ],
  [
    'no AppArmor by annotation',
    { metadata: { name: 'api', annotations: { 'container.apparmor.security.beta.kubernetes.io/api': 'unconfined' } }, ...spec() },
    ALL,
    ALL,
  ],
  ['no AppArmor by field', spec({}, { appArmorProfile: { type: 'Unconfined' } }), ALL, ALL],
  ['root', spec({}, { runAsNonRoot: undefined }), '', ALL],
  ['root in a user namespace', spec({ hostUsers: false }, { runAsNonRoot: undefined }), '', '0-34'],
  [
    'root of the pod although its container says no',
    {
      spec: {
        securityContext: { ...podContext, runAsNonRoot: false },
        containers: [{ ...container, securityContext: { ...container.securityContext, runAsNonRoot: true } }],
      },
    },
    '',
    ALL,
  ],
  ['user 0', spec({}, { runAsUser: 0 }), '', since(23)],
  ['user 0 in a user namespace', spec({ hostUsers: false }, { runAsUser: 0 }), '', '23-34'],
  ['an unmasked /proc', withContainer({}, { procMount: 'Unmasked' }), ALL, ALL],
  [
    'an unmasked /proc in a user namespace',
    {
      spec: {
        hostUsers: false,
        securityContext: podContext,
        containers: [{ ...container, securityContext: { ...container.securityContext, procMount: 'Unmasked' } }],
      },
    },
    '0-34',
    ALL,
  ],
  ['the SELinux type container_engine_t', spec({}, { seLinuxOptions: { type: 'container_engine_t' } }), '0-30', '0-30'],
  ['a SELinux role', spec({}, { seLinuxOptions: { role: 'sysadm_r' } }), ALL, ALL],
  ['the sysctl ip_local_reserved_ports', spec({}, { sysctls: [{ name: 'net.ipv4.ip_local_reserved_ports', value: '1' }] }), '0-26', '0-26'],
  ['the sysctl tcp_fin_timeout', spec({}, { sysctls: [{ name: 'net.ipv4.tcp_fin_timeout', value: '1' }] }), '0-28', '0-28'],
  ['the sysctl tcp_rmem', spec({}, { sysctls: [{ name: 'net.ipv4.tcp_rmem', value: '1' }] }), '0-31', '0-31'],
  ['the sysctl tcp_notsent_lowat', spec({}, { sysctls: [{ name: 'net.ipv4.tcp_notsent_lowat', value: '1' }] }), '0-36', '0-36'],
  ['a HostProcess pod', spec({}, { windowsOptions: { hostProcess: true } }), ALL, ALL],
];

for (const [name, pod, baseline, restricted] of cases) {
  test(`Pod Security Standards: ${name}`, () => {
    assert.deepEqual({ baseline: refusedBy(pod, 'baseline'), restricted: refusedBy(pod, 'restricted') }, { baseline, restricted });
  });
}
