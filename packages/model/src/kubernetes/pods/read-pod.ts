/** Pods of any kind of object → the shape that all checks of workloads read. */
import type { BlockReader, ReaderContext } from '../../code/index.ts';
import type { FieldsOf, Leaf } from '../../node.ts';
import { absent, byDefault, explicit } from '../../node.ts';
import type { Dialect } from '../dialect.ts';
import type { Pod } from '../workload/pod/shape.ts';
import { bindingsOf } from './bindings.ts';
import { containersOf } from './containers.ts';
import { policyFor, servicesOf } from './neighbors.ts';
import { podSecurity } from './security.ts';
import { hasAccount, tokenMount } from './token-mount.ts';
import { volumesOf } from './volumes.ts';

/** The parts of an object that pods are read from. */
export interface PodParts {
  readonly kind: string;
  /** The object itself: what is absent in it is absent here. */
  readonly object: BlockReader;
  /** `metadata` of the object. */
  readonly metadata: BlockReader;
  /** `spec` of the object. */
  readonly objectSpec: BlockReader;
  /** `metadata` of its pods. */
  readonly podMetadata: BlockReader;
  /** `spec` of its pods. */
  readonly spec: BlockReader;
  readonly dialect: Dialect;
  /** Block types that are service accounts in this format. */
  readonly serviceAccounts: readonly string[];
  readonly services: readonly string[];
  readonly bindings: readonly string[];
  readonly networkPolicies: readonly string[];
}

export function readPod(parts: PodParts, context: ReaderContext): FieldsOf<Pod> {
  const { spec, dialect, podMetadata, metadata, object } = parts;
  return {
    kind: explicit(parts.kind, object.place),
    namespace: metadata.string('namespace', { default: 'default' }),
    labels: podMetadata.stringMap('labels'),
    objectLabels: metadata.stringMap('labels'),
    annotations: podMetadata.stringMap('annotations'),
    usesHostNetwork: spec.boolean(dialect('hostNetwork'), { default: false }),
    usesHostPid: spec.boolean(dialect('hostPID'), { default: false }),
    usesHostIpc: spec.boolean(dialect('hostIPC'), { default: false }),
    usesHostUsers: spec.boolean(dialect('hostUsers'), { default: true }),
    hasHostAliases: spec.has(dialect('hostAliases')),
    sharesProcesses: spec.boolean(dialect('shareProcessNamespace'), { default: false }),
    os: spec.block('os').string('name'),
    runtimeClass: spec.string(dialect('runtimeClassName')),
    serviceAccount: serviceAccountOf(spec, dialect),
    hasServiceAccountHere: hasAccount(parts, context),
    currentServiceAccount: spec.string(dialect('serviceAccountName')),
    oldServiceAccount: spec.string(dialect('serviceAccount')),
    mountsToken: tokenMount(parts, context),
    strategy: strategyOf(parts),
    security: podSecurity(spec, dialect),
    containers: containersOf(spec, dialect),
    volumes: volumesOf(spec, dialect),
    bindings: bindingsOf(parts, context),
    services: servicesOf(parts, context),
    hasIngressPolicy: policyFor('Ingress', parts, context),
    hasEgressPolicy: policyFor('Egress', parts, context),
  };
}

function serviceAccountOf(spec: BlockReader, dialect: Dialect): Leaf<string | undefined> {
  const current = spec.string(dialect('serviceAccountName'));
  return current.state === 'absent' ? spec.string(dialect('serviceAccount')) : current;
}

/** Of Deployments; others have none. */
function strategyOf({ kind, objectSpec, object }: PodParts): Leaf<string | undefined> {
  if (kind !== 'Deployment') return absent(object.place);
  const type = objectSpec.block('strategy').string('type');
  return type.state === 'absent' ? byDefault('RollingUpdate', objectSpec.place) : type;
}
