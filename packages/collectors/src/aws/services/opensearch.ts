import type { Json, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import { together } from '../inputs.ts';
import type { AwsCallScope } from '../service.ts';
import { defineService } from '../service.ts';

/** As many domains as one request may name. */
const DOMAINS = 5;

/** OpenSearch, and Elasticsearch, which its API answers for. Source: Amazon OpenSearch Service API reference, read 2026-11-22. */
export const service = defineService({
  id: 'opensearch',
  prefix: 'es',
  load: async () => await import('@aws-sdk/client-opensearch'),
  client: 'OpenSearchClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListDomainNames',
      each: {
        items: 'DomainNames',
        calls: [
          { operation: 'DescribeDomains', input: together('DomainNames', { path: 'DomainName' }), batch: DOMAINS },
          { operation: 'ListTags', input: domainArn, absent: ['ResourceNotFoundException'] },
        ],
      },
    },
  ],
});

function domainArn(item: Json, { partition, region, account }: AwsCallScope): JsonObject | null {
  const name = textOf(item, 'DomainName');
  return name === undefined ? null : { ARN: `arn:${partition}:es:${region}:${account}:domain/${name}` };
}
