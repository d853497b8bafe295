import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineArm, outside } from '../../../code/index.ts';
import type { BackupPolicy } from './shape.ts';

/** One resource type for policies of every kind; the others say nothing about machines. */
export const arm = defineArm<BackupPolicy>({
  types: ['Microsoft.RecoveryServices/vaults/backupPolicies'],
  identity: ['name'],
  read: (policy) => ({ dailyRetentionDays: days(policy.block('properties')) }),
});

function days(properties: BlockReader): Leaf<number> {
  const kind = properties.string('backupManagementType');
  if (kind.state === 'explicit' && kind.value !== 'AzureIaasVM') return outside('it is for something else', kind.place);
  return properties.block('retentionPolicy').block('dailySchedule').block('retentionDuration').number('count', { default: 0 });
}
