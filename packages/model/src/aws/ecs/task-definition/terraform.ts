import type { EnvironmentValue } from '../../../secrets/index.ts';
import { environmentCredentials } from '../../../secrets/index.ts';
import type { Leaf, ListNode, MapNode, NodeOf } from '../../../code/index.ts';
import { BlockReader, defineTerraform, object, placeWithin, structureOf, unresolved } from '../../../code/index.ts';
import type { Value } from '../../../value.ts';
import type { Container, TaskDefinition } from './shape.ts';

export const terraform = defineTerraform<TaskDefinition>({
  types: ['aws_ecs_task_definition'],
  identity: ['family'],
  read: (task) => ({ containers: containers(task) }),
});

function containers(task: BlockReader): ListNode<Container> {
  const value = task.value('container_definitions');
  const place = task.placeOf('container_definitions');
  if (!value) return { node: 'list', items: [], rest: null, place };
  const structure = structureOf(value);
  if (!structure || structure.kind === 'unknown') {
    const reason = structure?.reason ?? {
      code: 'unsupported' as const,
      detail: 'the container definitions are not a JSON list that can be read',
    };
    return { node: 'list', items: [], rest: unresolved(reason, place), place };
  }
  const { readers, rest } = BlockReader.ofValue(structure, place);
  return { node: 'list', items: readers.map((reader) => ({ node: container(reader), uncertain: false })), rest, place };
}

function container(reader: BlockReader): NodeOf<Container> {
  return object<Container>(
    {
      label: reader.string('name'),
      isPrivileged: reader.boolean('privileged', { default: false }),
      credentials: credentials(reader),
    },
    reader.place,
  );
}

/** `environment` is a list of names and values. */
function credentials(reader: BlockReader): MapNode<string> {
  const value = reader.value('environment');
  const place = reader.placeOf('environment');
  if (!value) {
    const hidden = reader.missing('environment');
    return environmentCredentials([], hidden.state === 'absent' ? null : hidden, place);
  }
  if (value.kind === 'unknown') return environmentCredentials([], unresolved(value.reason, place), place);
  if (value.kind !== 'list' && value.kind !== 'set') return environmentCredentials([], null, place);
  const variables = value.items.map((item) => variableOf(item));
  const unread = value.rest ?? value.items.find((item) => item.kind === 'unknown');
  const rest: Leaf<never> | null = unread?.kind === 'unknown' ? unresolved(unread.reason, placeWithin(place, unread)) : null;
  return environmentCredentials(
    variables.filter((variable) => variable !== null),
    rest,
    place,
  );
}

function variableOf(item: Value): EnvironmentValue | null {
  if (item.kind !== 'map') return null;
  const name = item.entries.get('name');
  const value = item.entries.get('value');
  return name?.kind === 'string' && value ? { variable: name.value, value } : null;
}
