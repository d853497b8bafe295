import { defineTerraform } from '../../../code/index.ts';
import type { GlueJobLogging } from './shape.ts';

export const terraform = defineTerraform<GlueJobLogging>({
  types: ['aws_glue_job'],
  identity: ['name'],
  read: (job) => ({
    arguments: job.stringMap('default_arguments'),
  }),
});
