import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { isWord } from '../../core/index.ts';
import type { SynapseSqlPool } from './shape.ts';

export const arm = defineArm<SynapseSqlPool>({
  types: ['Microsoft.Synapse/workspaces/sqlPools'],
  satellites: {
    'Microsoft.Synapse/workspaces/sqlPools/transparentDataEncryption': 'parent',
    'Microsoft.Synapse/workspaces/sqlPools/extendedAuditingSettings': 'parent',
    'Microsoft.Synapse/workspaces/sqlPools/securityAlertPolicies': 'parent',
    'Microsoft.Synapse/workspaces/sqlPools/vulnerabilityAssessments': 'parent',
  },
  identity: ['name'],
  read(_pool, context): FieldsOf<SynapseSqlPool> {
    return {
      encrypted: isWord(
        context.satellite('Microsoft.Synapse/workspaces/sqlPools/transparentDataEncryption').block('properties').string('status'),
        'Enabled',
      ),
      auditToMonitor: context
        .satellite('Microsoft.Synapse/workspaces/sqlPools/extendedAuditingSettings')
        .block('properties')
        .boolean('isAzureMonitorTargetEnabled', { default: false }),
      alerts: isWord(
        context.satellite('Microsoft.Synapse/workspaces/sqlPools/securityAlertPolicies').block('properties').string('state'),
        'Enabled',
      ),
      scans: context
        .satellite('Microsoft.Synapse/workspaces/sqlPools/vulnerabilityAssessments')
        .block('properties')
        .block('recurringScans')
        .boolean('isEnabled', { default: false }),
    };
  },
});
