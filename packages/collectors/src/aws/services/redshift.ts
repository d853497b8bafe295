import type { Json, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: Amazon Redshift API reference, read 2026-11-22. */
export const service = defineService({
  id: 'redshift',
  load: async () => await import('@aws-sdk/client-redshift'),
  client: 'RedshiftClient',
  scope: 'regional',
  calls: [
    {
      operation: 'DescribeClusters',
      redact: ['Clusters[].PendingModifiedValues.MasterUserPassword'],
      each: {
        items: 'Clusters',
        calls: [
          {
            operation: 'DescribeLoggingStatus',
            input: named('ClusterIdentifier'),
            absent: ['ClusterNotFound', 'ClusterNotFoundFault'],
          },
        ],
      },
    },
    {
      operation: 'DescribeClusterParameterGroups',
      each: { items: 'ParameterGroups', calls: [{ operation: 'DescribeClusterParameters', input: ownParameters }] },
    },
    { operation: 'DescribeSnapshotCopyGrants' },
  ],
});

/** The groups that AWS makes set nothing themselves. */
function ownParameters(item: Json): JsonObject | null {
  const name = textOf(item, 'ParameterGroupName');
  return name === undefined || name.startsWith('default.') ? null : { ParameterGroupName: name, Source: 'user' };
}
