import { defineTerraform } from '../../../code/index.ts';
import { isWord, not } from '../../core/index.ts';
import type { Environment } from './shape.ts';

export const terraform = defineTerraform<Environment>({
  types: ['azurerm_app_service_environment_v3', 'azurerm_app_service_environment'],
  identity: ['name'],
  read: (environment) => ({
    isZoneRedundant: environment.boolean('zone_redundant', { default: false }),
    isInternal: not(isWord(environment.string('internal_load_balancing_mode', { default: 'None' }), 'None')),
  }),
});
