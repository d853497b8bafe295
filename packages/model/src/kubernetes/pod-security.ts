/**
 * The Pod Security Standards: levels, versions, and what some versions changed. Sources: Kubernetes documentation, "Pod Security
 * Standards"; release notes of the versions named; read 2026-11-22.
 */
import type { Parameters } from '../check/index.ts';
import { all, any, find } from '../check/index.ts';
import type { Container, Pod } from './workload/pod/shape.ts';

/** Minor version of the newest standard that is known here. */
export const NEWEST_POD_SECURITY = 37;

/** Every check of the standards has them; `--pss-level` and `--pss-version` set them for all at once. */
export const podSecurityParams = {
  level: {
    type: 'strings',
    default: ['baseline'],
    description: {
      en: 'Level of the Pod Security Standards that pods must meet: baseline or restricted.',
      ja: 'Pod が満たすべき Pod セキュリティ標準のレベル (baseline または restricted)。',
    },
  },
  version: {
    type: 'number',
    default: NEWEST_POD_SECURITY,
    min: 0,
    description: {
      en: 'Minor version of the standards: 29 stands for v1.29.',
      ja: '標準のマイナーバージョン。29 は v1.29 を表します。',
    },
  },
} as const satisfies Parameters;

export interface PodSecurityRequest {
  readonly level: readonly string[];
  readonly version: number;
}

export const notInForce = {
  en: 'The level or version of the Pod Security Standards that is asked for does not contain this rule',
  ja: '指定された Pod セキュリティ標準のレベルまたはバージョンには、このルールが含まれていません',
};

export function asksRestricted({ level }: PodSecurityRequest): boolean {
  return level.includes('restricted');
}

/** From v1.25 on, rules about Linux alone are not asked of pods that say they are for Windows. */
export function isExemptWindows(pod: Pod, { version }: PodSecurityRequest): boolean {
  return version >= 25 && pod.os === 'windows';
}

/** From v1.35 on, root inside of a user namespace of its own is accepted. */
export function isExemptUserNamespace(pod: Pod, { version }: PodSecurityRequest): boolean {
  return version >= 35 && !pod.usesHostUsers;
}

/** Capabilities that baseline lets a container add: those the container runtimes give by default. */
const DEFAULT_CAPABILITIES: readonly string[] = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

/** The first added capability beyond the default ones. */
export function extraCapability(container: Container): string | undefined {
  return find(container.security.addedCapabilities, (capability) => !DEFAULT_CAPABILITIES.includes(capability));
}

/** Sysctls that are safe, by the version that added them. */
const SAFE_SYSCTLS: Readonly<Record<string, number>> = {
  'kernel.shm_rmid_forced': 0,
  'net.ipv4.ip_local_port_range': 0,
  'net.ipv4.tcp_syncookies': 0,
  'net.ipv4.ping_group_range': 0,
  'net.ipv4.ip_unprivileged_port_start': 0,
  'net.ipv4.ip_local_reserved_ports': 27,
  'net.ipv4.tcp_keepalive_time': 29,
  'net.ipv4.tcp_fin_timeout': 29,
  'net.ipv4.tcp_keepalive_intvl': 29,
  'net.ipv4.tcp_keepalive_probes': 29,
  'net.ipv4.tcp_rmem': 32,
  'net.ipv4.tcp_wmem': 32,
  'net.ipv4.tcp_slow_start_after_idle': 37,
  'net.ipv4.tcp_notsent_lowat': 37,
};

/** The first sysctl that the version does not call safe. */
export function unsafeSysctl(pod: Pod, { version }: PodSecurityRequest): string | undefined {
  return find(pod.security.sysctls, (sysctl) => (SAFE_SYSCTLS[sysctl] ?? Number.POSITIVE_INFINITY) > version);
}

/** SELinux types of containers, by the version that added them; no type at all is allowed too. */
const SELINUX_TYPES: Readonly<Record<string, number>> = {
  '': 0,
  container_t: 0,
  container_init_t: 0,
  container_kvm_t: 0,
  container_engine_t: 31,
};

export function isAllowedSeLinuxType(type: string | undefined, { version }: PodSecurityRequest): boolean {
  return (SELINUX_TYPES[type ?? ''] ?? Number.POSITIVE_INFINITY) <= version;
}

/** A seccomp or AppArmor profile that confines: the runtime's own or one on the node. */
export function isConfining(profile: string | undefined): boolean {
  return profile === 'RuntimeDefault' || profile === 'Localhost';
}

/** Values of the seccomp annotations before v1.19. */
export function isConfiningSeccompAnnotation(value: string): boolean {
  return value === 'runtime/default' || value === 'docker/default' || value.startsWith('localhost/');
}

/** Values of the AppArmor annotations. */
export function isConfiningAppArmorAnnotation(value: string): boolean {
  return value === '' || value === 'runtime/default' || value.startsWith('localhost/');
}

/** Volumes that restricted allows: Kubernetes' own, images (kubernetes/kubernetes#130394), and everything that is behind a claim. */
export const RESTRICTED_VOLUMES: readonly string[] = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

export function dropsAll(container: Container): boolean {
  return any(container.security.droppedCapabilities, (capability) => capability === 'ALL');
}

/** Nothing is added beyond what opens ports below 1024. */
export function addsOnlyBindService(container: Container): boolean {
  return all(container.security.addedCapabilities, (capability) => capability === 'NET_BIND_SERVICE');
}
