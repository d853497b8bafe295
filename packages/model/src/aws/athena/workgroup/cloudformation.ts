import { defineCloudFormation } from '../../../code/index.ts';
import type { AthenaWorkgroup } from './shape.ts';

export const cloudformation = defineCloudFormation<AthenaWorkgroup>({
  types: ['AWS::Athena::WorkGroup'],
  identity: ['Name'],
  read: (workgroup) => ({
    enforcesSettings: workgroup.block('WorkGroupConfiguration').boolean('EnforceWorkGroupConfiguration', { default: true }),
    encryption: workgroup
      .block('WorkGroupConfiguration')
      .block('ResultConfiguration')
      .block('EncryptionConfiguration')
      .string('EncryptionOption'),
    publishesMetrics: workgroup.block('WorkGroupConfiguration').boolean('PublishCloudWatchMetricsEnabled', { default: true }),
  }),
});
