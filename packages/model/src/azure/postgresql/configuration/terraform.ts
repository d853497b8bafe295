import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { readParameter } from '../../core/index.ts';
import type { PostgresqlConfiguration } from './shape.ts';

export const terraform = defineTerraform<PostgresqlConfiguration>({
  types: ['azurerm_postgresql_configuration', 'azurerm_postgresql_flexible_server_configuration'],
  identity: ['name'],
  read(configuration): FieldsOf<PostgresqlConfiguration> {
    return {
      parameter: readParameter(configuration, false).label,
      value: configuration.string('value', { required: true }),
    };
  },
});
