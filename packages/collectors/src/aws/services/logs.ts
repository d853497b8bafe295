import { defineService } from '../service.ts';

/**
 * Source: Amazon CloudWatch Logs API reference, read 2026-11-22. An account may hold hundreds of thousands of groups: nothing is asked about
 * each of them.
 */
export const service = defineService({
  id: 'logs',
  load: async () => await import('@aws-sdk/client-cloudwatch-logs'),
  client: 'CloudWatchLogsClient',
  scope: 'regional',
  calls: [
    { operation: 'DescribeLogGroups', input: { limit: 50 }, maxPages: 20_000 },
    { operation: 'DescribeMetricFilters' },
    { operation: 'DescribeResourcePolicies', next: { nextToken: 'nextToken' } },
  ],
});
