import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import type { SqlDatabaseAuditPolicy } from './shape.ts';

export const arm = defineArm<SqlDatabaseAuditPolicy>({
  types: ['Microsoft.Sql/servers/databases/extendedAuditingSettings'],
  read(policy): FieldsOf<SqlDatabaseAuditPolicy> {
    const properties = policy.block('properties');
    return {
      toMonitor: properties.boolean('isAzureMonitorTargetEnabled', { default: false }),
    };
  },
});
