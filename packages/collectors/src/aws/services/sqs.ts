import { itself } from '../inputs.ts';
import { defineService } from '../service.ts';

const GONE = ['QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue'];

/** Source: Amazon SQS API reference, read 2026-11-22. Messages are never received. */
export const service = defineService({
  id: 'sqs',
  load: async () => await import('@aws-sdk/client-sqs'),
  client: 'SQSClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListQueues',
      // Without it the answer ends after 1,000 queues and gives no token.
      input: { MaxResults: 1000 },
      each: {
        items: 'QueueUrls',
        calls: [
          { operation: 'GetQueueAttributes', input: itself('QueueUrl', { AttributeNames: ['All'] }), absent: GONE },
          { operation: 'ListQueueTags', input: itself('QueueUrl'), absent: GONE },
        ],
      },
    },
  ],
});
