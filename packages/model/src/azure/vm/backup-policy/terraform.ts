import { defineTerraform } from '../../../code/index.ts';
import type { BackupPolicy } from './shape.ts';

export const terraform = defineTerraform<BackupPolicy>({
  types: ['azurerm_backup_policy_vm'],
  identity: ['name'],
  read: (policy) => ({ dailyRetentionDays: policy.block('retention_daily').number('count', { default: 0 }) }),
});
