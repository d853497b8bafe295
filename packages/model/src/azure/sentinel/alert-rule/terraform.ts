import { defineTerraform } from '../../../code/index.ts';
import type { AlertRule } from './shape.ts';

export const terraform = defineTerraform<AlertRule>({
  types: [
    'azurerm_sentinel_alert_rule_scheduled',
    'azurerm_sentinel_alert_rule_nrt',
    'azurerm_sentinel_alert_rule_fusion',
    'azurerm_sentinel_alert_rule_ms_security_incident',
    'azurerm_sentinel_alert_rule_machine_learning_behavior_analytics',
    'azurerm_sentinel_alert_rule_threat_intelligence',
  ],
  identity: ['display_name', 'name'],
  read: (rule) => ({ isEnabled: rule.boolean('enabled', { default: true }) }),
});
