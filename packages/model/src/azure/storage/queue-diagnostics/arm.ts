import { defineArm } from '../../../code/index.ts';
import { queueDiagnostics } from './read.ts';
import type { QueueDiagnostics } from './shape.ts';

export const arm = defineArm<QueueDiagnostics>({
  types: ['Microsoft.Insights/diagnosticSettings'],
  identity: ['name'],
  ...queueDiagnostics('scope', ['Microsoft.Storage/storageAccounts', 'Microsoft.Storage/storageAccounts/queueServices']),
});
