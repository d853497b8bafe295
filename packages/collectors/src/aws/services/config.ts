import { defineService } from '../service.ts';

/** Source: AWS Config API reference, read 2026-11-22. */
export const service = defineService({
  id: 'config',
  load: async () => await import('@aws-sdk/client-config-service'),
  client: 'ConfigServiceClient',
  scope: 'regional',
  calls: [
    { operation: 'DescribeConfigurationRecorders' },
    { operation: 'DescribeConfigurationRecorderStatus' },
    { operation: 'DescribeDeliveryChannelStatus' },
    { operation: 'DescribeConfigurationAggregators' },
  ],
});
