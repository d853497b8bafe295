import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

const GONE = ['NotFound', 'NotFoundException', 'ResourceNotFound', 'ResourceNotFoundException'];

/** Source: Amazon SNS API reference, read 2026-11-22. */
export const service = defineService({
  id: 'sns',
  load: async () => await import('@aws-sdk/client-sns'),
  client: 'SNSClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListTopics',
      each: {
        items: 'Topics',
        calls: [
          { operation: 'GetTopicAttributes', input: named('TopicArn'), absent: GONE },
          { operation: 'ListTagsForResource', input: named('TopicArn', 'ResourceArn'), absent: GONE },
        ],
      },
    },
    { operation: 'ListSubscriptions' },
  ],
});
