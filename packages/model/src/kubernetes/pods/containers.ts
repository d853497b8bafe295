import type { BlockReader } from '../../code/index.ts';
import type { Leaf, ListItem, ListNode, MapNode, NodeOf } from '../../node.ts';
import { byDefault, explicit, object, unresolved } from '../../node.ts';
import type { Dialect } from '../dialect.ts';
import { terraformBlocks } from '../dialect.ts';
import type { Container, ContainerKind, ContainerPort, ContainerResources, VolumeMount } from '../workload/pod/shape.ts';
import { credentialsOf, secretSourcesOf, variablesOf } from './environment.ts';
import { argumentsOf } from './arguments.ts';
import { imageParts } from './image-parts.ts';
import { containerSecurity } from './security.ts';

const KINDS: readonly (readonly [string, ContainerKind])[] = [
  ['containers', 'container'],
  ['initContainers', 'init'],
  ['ephemeralContainers', 'ephemeral'],
];

/** The containers of all three kinds, in that order. */
export function containersOf(spec: BlockReader, dialect: Dialect): ListNode<Container> {
  const lists = KINDS.map(([field, kind]) => {
    const refused = refusedArgument(spec, field, dialect);
    return refused ?? spec.list<Container>(dialect(field), (container) => containerOf(container, kind, dialect));
  });
  const items: readonly ListItem<Container>[] = lists.flatMap((list) => list.items);
  const [first] = lists;
  return { node: 'list', items, rest: lists.find((list) => list.rest)?.rest ?? null, place: first?.place ?? spec.place };
}

/** Terraform refuses `container = [{ … }]`: such code makes nothing. In JSON that is how blocks are written. */
function refusedArgument(spec: BlockReader, field: string, dialect: Dialect): ListNode<Container> | null {
  const value = dialect === terraformBlocks ? spec.value(dialect(field)) : undefined;
  if (!value?.range || /^\s*[[{]/.test(value.range.source.text)) return null;
  const place = spec.placeOf(dialect(field));
  const detail = `${dialect(field)} is written as an argument, which Terraform refuses: it is a block`;
  return { node: 'list', items: [], rest: unresolved({ code: 'unsupported', detail }, place), place };
}

function containerOf(container: BlockReader, kind: ContainerKind, dialect: Dialect): NodeOf<Container> {
  return object<Container>(
    {
      label: container.string('name'),
      kind: explicit<ContainerKind>(kind, container.place),
      image: container.text('image'),
      ...imageParts(container),
      pullPolicy: container.string(dialect('imagePullPolicy')),
      arguments: argumentsOf(container),
      security: containerSecurity(container, dialect),
      ports: container.list<ContainerPort>(dialect('ports'), (port) =>
        object<ContainerPort>({ number: port.number(dialect('containerPort')), hostPort: port.number(dialect('hostPort')) }, port.place),
      ),
      hosts: hostsOf(container, dialect),
      hasLivenessProbe: container.has(dialect('livenessProbe')),
      hasReadinessProbe: container.has(dialect('readinessProbe')),
      isSidecar: isAlways(container.string(dialect('restartPolicy'), { default: '' })),
      resources: resourcesOf(container),
      env: variablesOf(container, dialect),
      secretSources: secretSourcesOf(container, dialect),
      credentials: credentialsOf(container),
      mounts: container.list<VolumeMount>(dialect('volumeMounts'), (mount) =>
        object<VolumeMount>(
          {
            volume: mount.string('name'),
            path: mount.string(dialect('mountPath')),
            hasSubPath: mount.isSet(dialect('subPath')),
            isReadOnly: mount.boolean(dialect('readOnly'), { default: false }),
          },
          mount.place,
        ),
      ),
    },
    container.place,
  );
}

function isAlways(policy: Leaf<string>): Leaf<boolean> {
  if (policy.state === 'explicit') return explicit(policy.value === 'Always', policy.place);
  return policy.state === 'default' ? byDefault(false, policy.place) : (policy as Leaf<never>); // it has no value
}

/** A limit that has no request beside it is the request too (Kubernetes documentation, "Resource Management for Pods and Containers"). */
function resourcesOf(container: BlockReader): NodeOf<ContainerResources> {
  const resources = container.block('resources');
  const limits = resources.block('limits');
  const requests = resources.block('requests');
  const request = (key: string): Leaf<boolean> => {
    const own = requests.isSet(key);
    const limit = limits.isSet(key);
    return own.state === 'default' && limit.value !== false ? limit : own;
  };
  return object<ContainerResources>(
    {
      hasCpuRequest: request('cpu'),
      hasMemoryRequest: request('memory'),
      hasCpuLimit: limits.isSet('cpu'),
      hasMemoryLimit: limits.isSet('memory'),
    },
    resources.place,
  );
}

const HOOKS: readonly (readonly string[])[] = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
];

/** The `host` fields of probes and lifecycle hooks that are written, by field. */
function hostsOf(container: BlockReader, dialect: Dialect): MapNode<string> {
  const entries = new Map<string, Leaf<string>>();
  for (const way of HOOKS) {
    for (const action of ['httpGet', 'tcpSocket']) {
      const fields = [...way, action];
      const host = fields.reduce((block, field) => block.block(dialect(field)), container).string('host');
      if (host.state !== 'absent') entries.set([...fields, 'host'].join('.'), host as Leaf<string>); // not absent: it holds a string if anything
    }
  }
  const hidden = container.missing('lifecycle');
  const rest =
    hidden.state === 'absent' ? null : unresolved<never>(hidden.reason ?? { code: 'computed', detail: 'it is not known' }, container.place);
  return { node: 'map', entries, rest, place: container.place };
}
