import { defineTerraform } from '../../../code/index.ts';
import type { AthenaWorkgroup } from './shape.ts';

export const terraform = defineTerraform<AthenaWorkgroup>({
  types: ['aws_athena_workgroup'],
  identity: ['name'],
  read: (workgroup) => ({
    enforcesSettings: workgroup.block('configuration').boolean('enforce_workgroup_configuration', { default: true }),
    encryption: workgroup
      .block('configuration')
      .block('result_configuration')
      .block('encryption_configuration')
      .string('encryption_option'),
    publishesMetrics: workgroup.block('configuration').boolean('publish_cloudwatch_metrics_enabled', { default: true }),
  }),
});
