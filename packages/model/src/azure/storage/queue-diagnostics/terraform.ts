import { defineTerraform } from '../../../code/index.ts';
import { queueDiagnostics } from './read.ts';
import type { QueueDiagnostics } from './shape.ts';

export const terraform = defineTerraform<QueueDiagnostics>({
  types: ['azurerm_monitor_diagnostic_setting'],
  identity: ['name'],
  ...queueDiagnostics('target_resource_id', ['azurerm_storage_account']),
});
