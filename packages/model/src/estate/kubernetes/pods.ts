/** Pods of all controllers, as whom they run, and how easily they are left. Source: Kubernetes API reference and hashicorp/kubernetes documentation, read 2026-11-22. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityContext, EntityReader } from '../entity.ts';
import { DANGEROUS_CAPABILITIES, isSocket } from '../escapes.ts';
import { leaksAt } from '../leaks.ts';
import { blocksAt, flagAt, mapTexts, textAt, textsAt, union } from '../reading.ts';
import { isUndecided } from '../undecided.ts';
import type { Texts } from '../undecided.ts';
import type { Workload } from '../workload.ts';
import { SAYS_NOTHING, codeSource, distinct } from '../workload-reader.ts';
import { KIND_OF, MANIFEST, objectOf } from './objects.ts';
import type { KubernetesObject } from './objects.ts';

/** Kind → the path of its pod's spec. */
const SPECS: Readonly<Record<string, string>> = {
  Pod: 'spec',
  PodTemplate: 'template.spec',
  CronJob: 'spec.jobTemplate.spec.template.spec spec.job_template.spec.template.spec',
  Deployment: 'spec.template.spec',
  StatefulSet: 'spec.template.spec',
  DaemonSet: 'spec.template.spec',
  ReplicaSet: 'spec.template.spec',
  ReplicationController: 'spec.template.spec',
  Job: 'spec.template.spec',
};

export const podReader: EntityReader<Workload> = {
  types: [
    ...['Pod', 'PodTemplate', 'ReplicationController', 'apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet', 'apps/ReplicaSet'],
    ...['batch/Job', 'batch/CronJob', MANIFEST],
    ...Object.keys(KIND_OF).filter((type) => SPECS[KIND_OF[type] ?? ''] !== undefined),
  ],
  read: (block, context) => {
    const object = objectOf(block, context);
    const path = SPECS[object?.kind ?? ''];
    if (!object || path === undefined) return [];
    const spec = path.split(' ').flatMap((each) => blocksAt(object.block, each).readers)[0];
    return [podOf(object, spec, context)];
  },
};

function podOf(object: KubernetesObject, spec: BlockReader | undefined, context: EntityContext): Workload {
  const base = {
    ...context.base,
    id: context.isLive ? context.base.id : object.id,
    names: [...new Set([object.id, ...context.base.names])],
    tags: object.labels,
  };
  const own: Workload = {
    ...base,
    kind: 'workload',
    workloadKind: 'kubernetes.pod',
    name: object.name,
    isTemplate: object.kind === 'PodTemplate',
    ...SAYS_NOTHING,
  };
  if (!spec) return own;
  return {
    ...own,
    identities: accountOf(spec, object.namespace),
    mountsToken: flagAt(spec, 'automountServiceAccountToken automount_service_account_token'),
    credentials: distinct([
      ...leaksAt(spec, each('env'), { where: 'environment', context }),
      ...leaksAt(spec, `${each('command')} ${each('args')}`, { where: 'user-data', context }),
    ]),
    codeFrom: mapTexts(textsAt(spec, each('image')), codeSource),
    holds: secretsOf(spec, object.namespace),
    runsOn: textsAt(spec, 'nodeName node_name'),
    escapes: escapesOf(spec),
  };
}

const CONTAINERS = ['containers', 'initContainers', 'ephemeralContainers', 'container', 'init_container'];

/** Paths of a field of every container. */
function each(field: string): string {
  return CONTAINERS.map((list) => `${list}.${field}`).join(' ');
}

/** Pods that name none run as `default`. */
function accountOf(spec: BlockReader, namespace: string): Texts {
  const name = textAt(spec, 'serviceAccountName service_account_name serviceAccount');
  if (name !== undefined && isUndecided(name)) return { items: [], rest: name.undecided };
  return { items: [`system:serviceaccount:${namespace}:${name ?? 'default'}`], rest: null };
}

function secretsOf(spec: BlockReader, namespace: string): Texts {
  const names = union([
    textsAt(spec, `${each('env.valueFrom.secretKeyRef.name')} ${each('env.value_from.secret_key_ref.name')}`),
    textsAt(spec, `${each('envFrom.secretRef.name')} ${each('env_from.secret_ref.name')}`),
    textsAt(
      spec,
      'volumes.secret.secretName volume.secret.secret_name volumes.projected.sources.secret.name volume.projected.sources.secret.name',
    ),
  ]);
  return mapTexts(names, (name) => `${namespace}/Secret/${name}`);
}

function escapesOf(spec: BlockReader): readonly string[] {
  const is = (paths: string): boolean => flagAt(spec, paths) === true;
  const anyTrue = (paths: string): boolean =>
    paths.split(' ').some((path) => {
      const at = path.lastIndexOf('.');
      return blocksAt(spec, path.slice(0, at)).readers.some((block) => block.boolean(path.slice(at + 1)).value === true);
    });
  const hostPaths = textsAt(spec, 'volumes.hostPath.path volume.host_path.path').items;
  const capabilities = textsAt(spec, `${each('securityContext.capabilities.add')} ${each('security_context.capabilities.add')}`).items;
  const unconfined = textsAt(
    spec,
    `${each('securityContext.seccompProfile.type')} ${each('security_context.seccomp_profile.type')} ${each('securityContext.appArmorProfile.type')}`,
  ).items;
  const procMounts = textsAt(spec, each('securityContext.procMount')).items;
  const found: readonly (readonly [string, boolean])[] = [
    ['privileged', anyTrue(`${each('securityContext.privileged')} ${each('security_context.privileged')}`)],
    ['host-pid', is('hostPID host_pid')],
    ['host-network', is('hostNetwork host_network')],
    ['host-ipc', is('hostIPC host_ipc')],
    ['container-socket', hostPaths.some(isSocket)],
    ['host-path', hostPaths.some((path) => !isSocket(path))],
    ['capability', capabilities.some((name) => DANGEROUS_CAPABILITIES.has(name.replace(/^CAP_/, '')))],
    ['unconfined', unconfined.includes('Unconfined') || procMounts.includes('Unmasked')],
  ];
  return found
    .filter(([, isSo]) => isSo)
    .map(([name]) => name)
    .toSorted();
}
