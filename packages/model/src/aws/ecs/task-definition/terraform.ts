import type { FieldsOf, ListNode } from '../../../code/index.ts';
import { BlockReader, defineTerraform, object, structureOf, unresolved } from '../../../code/index.ts';
import { container, sharesRole } from './containers.ts';
import type { Container, TaskDefinition, TaskVolume } from './shape.ts';

export const terraform = defineTerraform<TaskDefinition>({
  types: ['aws_ecs_task_definition'],
  identity: ['family'],
  read: (task): FieldsOf<TaskDefinition> => ({
    containers: containers(task),
    pidMode: task.string('pid_mode'),
    networkMode: task.string('network_mode'),
    sharesRole: sharesRole(task, 'execution_role_arn', 'task_role_arn'),
    volumes: task.list<TaskVolume>('volume', (volume) =>
      object<TaskVolume>(
        {
          isEfs: volume.has('efs_volume_configuration'),
          transitEncryption: volume.block('efs_volume_configuration').string('transit_encryption', { default: 'DISABLED' }),
        },
        volume.place,
      ),
    ),
  }),
});

/** They are JSON text. */
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
  const items = readers.map((reader) => ({ node: container(reader, (attribute) => attribute), uncertain: false }));
  return { node: 'list', items, rest, place };
}
