import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { SqlManagedInstance } from './shape.ts';

export const terraform = defineTerraform<SqlManagedInstance>({
  types: ['azurerm_mssql_managed_instance'],
  identity: ['name'],
  read(instance): FieldsOf<SqlManagedInstance> {
    return {
      publicEndpoint: instance.boolean('public_data_endpoint_enabled', { default: false }),
      minTlsVersion: instance.string('minimum_tls_version', { default: '1.2' }),
    };
  },
});
