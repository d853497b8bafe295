import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: Amazon CloudFront API reference, read 2026-11-22. */
export const service = defineService({
  id: 'cloudfront',
  load: async () => await import('@aws-sdk/client-cloudfront'),
  client: 'CloudFrontClient',
  scope: 'global',
  calls: [
    {
      operation: 'ListDistributions',
      each: {
        items: 'DistributionList.Items',
        calls: [
          {
            operation: 'GetDistributionConfig',
            input: named('Id'),
            unchangedWhile: ['LastModifiedTime'],
            absent: ['NoSuchDistribution'],
            redact: ['DistributionConfig.Origins.Items[].CustomHeaders.Items[].HeaderValue'],
          },
          { operation: 'ListTagsForResource', input: named('ARN', 'Resource'), absent: ['NoSuchResource'] },
        ],
      },
    },
    { operation: 'ListResponseHeadersPolicies', input: { Type: 'custom' }, next: { 'ResponseHeadersPolicyList.NextMarker': 'Marker' } },
  ],
});
