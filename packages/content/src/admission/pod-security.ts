/** The Pod Security Standards, in their newest version. Source: Kubernetes documentation, "Pod Security Standards", read 2026-11-22. */
import type { AdmissionRule } from '@kumomori/model';
import { added, dropped, everyContainer, literal, ofContainer, ofEither, ofPod } from './expressions.ts';

const both = ['baseline', 'restricted'] as const;
const baseline = ['baseline'] as const;
const restricted = ['restricted'] as const;
const CONFINING = literal(['RuntimeDefault', 'Localhost']);
const CAPABILITIES = literal(
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(' '),
);
const SYSCTLS = literal([
  'kernel.shm_rmid_forced',
  ...['local_port_range', 'unprivileged_port_start', 'local_reserved_ports'].map((name) => `net.ipv4.ip_${name}`),
  ...['syncookies', 'keepalive_time', 'fin_timeout', 'keepalive_intvl', 'keepalive_probes', 'rmem', 'wmem', 'slow_start_after_idle'].map(
    (name) => `net.ipv4.tcp_${name}`,
  ),
  'net.ipv4.tcp_notsent_lowat',
  'net.ipv4.ping_group_range',
]);
const SELINUX_TYPES = literal(['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t']);
/** Sources of volumes that restricted does not allow. */
export const FOREIGN_VOLUMES: readonly string[] =
  'hostPath awsElasticBlockStore azureDisk azureFile cephfs cinder fc flexVolume flocker gcePersistentDisk gitRepo glusterfs iscsi nfs photonPersistentDisk portworxVolume quobyte rbd scaleIO storageos vsphereVolume'.split(
    ' ',
  );
const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.?postStart', 'lifecycle.?preStop'].flatMap((hook) =>
  ['httpGet', 'tcpSocket'].map((action) => `c.?${hook}.?${action}.?host.orValue('') == ''`),
);
const seLinux = (of: (field: string) => string): string =>
  `${of('seLinuxOptions.?type')}.orValue('') in ${SELINUX_TYPES} && ${of('seLinuxOptions.?user')}.orValue('') == '' && ${of('seLinuxOptions.?role')}.orValue('') == ''`;
const confined = (of: (field: string) => string, profile: string): string =>
  `${of(`${profile}.?type`)}.orValue('RuntimeDefault') in ${CONFINING}`;
const appArmorKey = 'container.apparmor.security.beta.kubernetes.io/';
const procMount = everyContainer(`${ofContainer('procMount')}.orValue('Default') == 'Default'`);
const podRule = (expression: string, levels: NonNullable<AdmissionRule['levels']>): AdmissionRule => ({ on: 'pods', expression, levels });

export const podSecurityRules: Readonly<Record<string, AdmissionRule>> = {
  'k8s-pod-security-app-armor': podRule(
    `${confined(ofPod, 'appArmorProfile')} && ${everyContainer(confined(ofContainer, 'appArmorProfile'))} && variables.annotations.all(k, !k.startsWith('${appArmorKey}') || variables.annotations[k] in ['', 'runtime/default'] || variables.annotations[k].startsWith('localhost/'))`,
    both,
  ),
  'k8s-pod-security-capabilities-baseline': podRule(everyContainer(`${added}.all(x, x in ${CAPABILITIES})`), baseline),
  'k8s-pod-security-capabilities-restricted': podRule(
    `variables.isWindows || ${everyContainer(`'ALL' in ${dropped} && ${added}.all(x, x == 'NET_BIND_SERVICE')`)}`,
    restricted,
  ),
  'k8s-pod-security-host-namespaces': podRule(
    ['hostNetwork', 'hostPID', 'hostIPC'].map((field) => `!variables.podSpec.?${field}.orValue(false)`).join(' && '),
    both,
  ),
  'k8s-pod-security-host-path': podRule('variables.volumes.all(v, !has(v.hostPath))', both),
  'k8s-pod-security-host-ports': podRule(everyContainer('c.?ports.orValue([]).all(p, p.?hostPort.orValue(0) == 0)'), both),
  'k8s-pod-security-host-probes': podRule(everyContainer(PROBES.join(' && ')), both),
  'k8s-pod-security-host-process': podRule(
    `!${ofPod('windowsOptions.?hostProcess')}.orValue(false) && ${everyContainer(`!${ofContainer('windowsOptions.?hostProcess')}.orValue(false)`)}`,
    both,
  ),
  'k8s-pod-security-privilege-escalation': podRule(
    `variables.isWindows || ${everyContainer(`!${ofContainer('allowPrivilegeEscalation')}.orValue(true)`)}`,
    restricted,
  ),
  'k8s-pod-security-privileged': podRule(everyContainer(`!${ofContainer('privileged')}.orValue(false)`), both),
  'k8s-pod-security-proc-mount': podRule(`!variables.sharesUsers || ${procMount}`, baseline),
  'k8s-pod-security-proc-mount-restricted': podRule(procMount, restricted),
  'k8s-pod-security-run-as-non-root': podRule(
    `!variables.sharesUsers || (${ofPod('runAsNonRoot')}.orValue(true) && ${everyContainer(`${ofEither('runAsNonRoot')}.orValue(false)`)})`,
    restricted,
  ),
  'k8s-pod-security-run-as-user': podRule(
    `!variables.sharesUsers || (${ofPod('runAsUser')}.orValue(1) != 0 && ${everyContainer(`${ofContainer('runAsUser')}.orValue(1) != 0`)})`,
    restricted,
  ),
  'k8s-pod-security-se-linux': podRule(`${seLinux(ofPod)} && ${everyContainer(seLinux(ofContainer))}`, both),
  'k8s-pod-security-seccomp-baseline': podRule(
    `${confined(ofPod, 'seccompProfile')} && ${everyContainer(confined(ofContainer, 'seccompProfile'))}`,
    baseline,
  ),
  'k8s-pod-security-seccomp-restricted': podRule(
    `variables.isWindows || (${confined(ofPod, 'seccompProfile')} && ${everyContainer(`${ofEither('seccompProfile.?type')}.orValue('') in ${CONFINING}`)})`,
    restricted,
  ),
  'k8s-pod-security-sysctls': podRule(`${ofPod('sysctls')}.orValue([]).all(s, s.name in ${SYSCTLS})`, both),
  'k8s-pod-security-volume-types': podRule(
    `variables.volumes.all(v, !(${FOREIGN_VOLUMES.map((source) => `has(v.${source})`).join(' || ')}))`,
    restricted,
  ),
};
