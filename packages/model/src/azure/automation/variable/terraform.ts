import { defineTerraform } from '../../../code/index.ts';
import type { Variable } from './shape.ts';

export const terraform = defineTerraform<Variable>({
  types: [
    'azurerm_automation_variable_bool',
    'azurerm_automation_variable_datetime',
    'azurerm_automation_variable_int',
    'azurerm_automation_variable_string',
    'azurerm_automation_variable_object',
  ],
  identity: ['name'],
  read: (variable) => ({ isEncrypted: variable.boolean('encrypted', { default: false }) }),
});
