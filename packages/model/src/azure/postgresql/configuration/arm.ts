import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { readParameter } from '../../core/index.ts';
import type { PostgresqlConfiguration } from './shape.ts';

export const arm = defineArm<PostgresqlConfiguration>({
  types: ['Microsoft.DBforPostgreSQL/servers/configurations', 'Microsoft.DBforPostgreSQL/flexibleServers/configurations'],
  identity: ['name'],
  read(configuration): FieldsOf<PostgresqlConfiguration> {
    return {
      parameter: readParameter(configuration, true).label,
      value: configuration.block('properties').string('value', { required: true }),
    };
  },
});
