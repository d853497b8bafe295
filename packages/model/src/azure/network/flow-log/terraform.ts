import { defineTerraform } from '../../../code/index.ts';
import type { FlowLog } from './shape.ts';

/** Source: hashicorp/azurerm documentation of azurerm_network_watcher_flow_log, read 2026-11-22. `enabled` is required: a block without it is taken as meant. */
export const terraform = defineTerraform<FlowLog>({
  types: ['azurerm_network_watcher_flow_log'],
  identity: ['name'],
  read(log) {
    const retention = log.block('retention_policy');
    return {
      isEnabled: log.boolean('enabled', { default: true }),
      hasRetention: retention.boolean('enabled', { default: false }),
      retentionDays: retention.number('days', { default: 0 }),
      hasTrafficAnalytics: log.block('traffic_analytics').boolean('enabled', { default: false }),
    };
  },
});
