import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: Amazon MSK API reference, read 2026-11-22. */
export const service = defineService({
  id: 'kafka',
  load: async () => await import('@aws-sdk/client-kafka'),
  client: 'KafkaClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListClustersV2',
      each: {
        items: 'ClusterInfoList',
        calls: [{ operation: 'GetClusterPolicy', input: named('ClusterArn'), absent: ['NotFoundException'] }],
      },
    },
  ],
});
