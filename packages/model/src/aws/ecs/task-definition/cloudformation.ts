import type { FieldsOf } from '../../../code/index.ts';
import { defineCloudFormation, object } from '../../../code/index.ts';
import type { Spelling } from './containers.ts';
import { container, sharesRole } from './containers.ts';
import type { Container, TaskDefinition, TaskVolume } from './shape.ts';

const capital: Spelling = (attribute) => `${attribute.charAt(0).toUpperCase()}${attribute.slice(1)}`;

/** Source: CloudFormation template reference, AWS::ECS::TaskDefinition, read 2026-11-22. */
export const cloudformation = defineCloudFormation<TaskDefinition>({
  types: ['AWS::ECS::TaskDefinition'],
  identity: ['Family'],
  read: (task): FieldsOf<TaskDefinition> => ({
    containers: task.list<Container>('ContainerDefinitions', (each) => container(each, capital)),
    pidMode: task.string('PidMode'),
    networkMode: task.string('NetworkMode'),
    sharesRole: sharesRole(task, 'ExecutionRoleArn', 'TaskRoleArn'),
    volumes: task.list<TaskVolume>('Volumes', (volume) =>
      object<TaskVolume>(
        {
          isEfs: volume.has('EFSVolumeConfiguration'),
          transitEncryption: volume.block('EFSVolumeConfiguration').string('TransitEncryption', { default: 'DISABLED' }),
        },
        volume.place,
      ),
    ),
  }),
});
