import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: Amazon MQ API reference, read 2026-11-22. */
export const service = defineService({
  id: 'mq',
  load: async () => await import('@aws-sdk/client-mq'),
  client: 'MqClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListBrokers',
      each: {
        items: 'BrokerSummaries',
        calls: [{ operation: 'DescribeBroker', input: named('BrokerId'), absent: ['NotFoundException'] }],
      },
    },
    { operation: 'ListConfigurations', input: { MaxResults: 100 }, next: { NextToken: 'NextToken' } },
  ],
});
