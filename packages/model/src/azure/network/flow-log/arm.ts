import { defineArm } from '../../../code/index.ts';
import type { FlowLog } from './shape.ts';

export const arm = defineArm<FlowLog>({
  types: ['Microsoft.Network/networkWatchers/flowLogs'],
  identity: ['name'],
  read(log) {
    const properties = log.block('properties');
    const retention = properties.block('retentionPolicy');
    return {
      isEnabled: properties.boolean('enabled', { default: false }),
      hasRetention: retention.boolean('enabled', { default: false }),
      retentionDays: retention.number('days', { default: 0 }),
      hasTrafficAnalytics: properties
        .block('flowAnalyticsConfiguration')
        .block('networkWatcherFlowAnalyticsConfiguration')
        .boolean('enabled', { default: false }),
    };
  },
});
