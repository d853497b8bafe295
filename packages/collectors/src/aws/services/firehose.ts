import { itself } from '../inputs.ts';
import { defineService } from '../service.ts';

/** As many names as one answer holds: the API has no token to go on with. */
const NAMES = 10_000;

const GONE = ['ResourceNotFoundException'];

/** Source: Amazon Data Firehose API reference, read 2026-11-22. */
export const service = defineService({
  id: 'firehose',
  load: async () => await import('@aws-sdk/client-firehose'),
  client: 'FirehoseClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListDeliveryStreams',
      input: { Limit: NAMES },
      each: {
        items: 'DeliveryStreamNames',
        calls: [
          {
            operation: 'DescribeDeliveryStream',
            input: itself('DeliveryStreamName'),
            absent: GONE,
            redact: [
              'DeliveryStreamDescription.Destinations[].SplunkDestinationDescription.HECToken',
              'DeliveryStreamDescription.Destinations[].HttpEndpointDestinationDescription.RequestConfiguration.CommonAttributes[].AttributeValue',
            ],
          },
          { operation: 'ListTagsForDeliveryStream', input: itself('DeliveryStreamName'), absent: GONE },
        ],
      },
    },
  ],
});
