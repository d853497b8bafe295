import { defineCloudFormation } from '../../../code/index.ts';
import type { GlueJobLogging } from './shape.ts';

export const cloudformation = defineCloudFormation<GlueJobLogging>({
  types: ['AWS::Glue::Job'],
  identity: ['Name'],
  read: (job) => ({
    arguments: job.stringMap('DefaultArguments'),
  }),
});
