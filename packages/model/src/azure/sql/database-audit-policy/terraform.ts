import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { SqlDatabaseAuditPolicy } from './shape.ts';

export const terraform = defineTerraform<SqlDatabaseAuditPolicy>({
  types: ['azurerm_mssql_database_extended_auditing_policy'],
  read(policy): FieldsOf<SqlDatabaseAuditPolicy> {
    return {
      toMonitor: policy.boolean('log_monitoring_enabled', { default: true }),
    };
  },
});
