import { defineTerraform } from '../../../code/index.ts';
import type { GlueWorkload } from './shape.ts';

export const terraform = defineTerraform<GlueWorkload>({
  types: ['aws_glue_job', 'aws_glue_crawler', 'aws_glue_dev_endpoint'],
  identity: ['name'],
  read: (workload) => ({
    hasSecurityConfiguration: workload.isSet('security_configuration'),
  }),
});
