import { defineCloudFormation } from '../../../code/index.ts';
import type { BatchJobDefinition } from './shape.ts';

export const cloudformation = defineCloudFormation<BatchJobDefinition>({
  types: ['AWS::Batch::JobDefinition'],
  identity: ['JobDefinitionName'],
  read: (job) => ({
    isPrivileged: job.block('ContainerProperties').boolean('Privileged', { default: false }),
  }),
});
