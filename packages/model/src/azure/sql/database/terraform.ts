import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { SqlDatabase } from './shape.ts';

export const terraform = defineTerraform<SqlDatabase>({
  types: ['azurerm_mssql_database', 'azurerm_sql_database'],
  identity: ['name'],
  read(database): FieldsOf<SqlDatabase> {
    return {
      encrypted: database.boolean('transparent_data_encryption_enabled', { default: true }),
      ledger: database.boolean('ledger_enabled', { default: false }),
      zoneRedundant: database.boolean('zone_redundant', { default: false }),
    };
  },
});
