import type { BlockReader, FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { isWord } from '../../core/index.ts';
import type { SynapseSqlPool } from './shape.ts';

export const terraform = defineTerraform<SynapseSqlPool>({
  types: ['azurerm_synapse_sql_pool'],
  satellites: {
    azurerm_synapse_sql_pool_extended_auditing_policy: 'sql_pool_id',
    azurerm_synapse_sql_pool_security_alert_policy: 'sql_pool_id',
  },
  identity: ['name'],
  read(pool, context): FieldsOf<SynapseSqlPool> {
    const audit = context.satellite('azurerm_synapse_sql_pool_extended_auditing_policy');
    return {
      encrypted: pool.boolean('data_encrypted', { default: false }),
      auditToMonitor: audit.exists
        ? audit.boolean('log_monitoring_enabled', { default: true })
        : audit.boolean('log_monitoring_enabled', { default: false }),
      alerts: isWord(context.satellite('azurerm_synapse_sql_pool_security_alert_policy').string('policy_state'), 'Enabled'),
      scans: scans(pool, context),
    };
  },
});

/** The assessment names the alert policy, and that the pool. */
function scans(pool: BlockReader, context: ReaderContext): Leaf<boolean> {
  const policy = context.satellite('azurerm_synapse_sql_pool_security_alert_policy');
  const assessment = context
    .all('azurerm_synapse_sql_pool_vulnerability_assessment')
    .find((each) =>
      context
        .targets(each.value('sql_pool_security_alert_policy_id'), ['azurerm_synapse_sql_pool_security_alert_policy'])
        .some((target) => policy.exists && target.resource === policy.resource),
    );
  return assessment
    ? assessment.block('recurring_scans').boolean('enabled', { default: false })
    : pool.boolean('vulnerability assessment', { default: false });
}
