import type { Json, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import { itself } from '../inputs.ts';
import type { AwsCallScope } from '../service.ts';
import { defineService } from '../service.ts';

/** `above`: the cluster. */
function ofEntry(principalArn: Json, { above }: AwsCallScope): JsonObject {
  return { clusterName: above[0] ?? null, principalArn };
}

/** Source: Amazon EKS API reference, read 2026-11-22. */
export const service = defineService({
  id: 'eks',
  load: async () => await import('@aws-sdk/client-eks'),
  client: 'EKSClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListClusters',
      each: {
        items: 'clusters',
        calls: [
          { operation: 'DescribeCluster', input: itself('name'), absent: ['ResourceNotFoundException'] },
          {
            operation: 'ListAccessEntries',
            input: itself('clusterName'),
            // Clusters that only look at aws-auth have none.
            absent: ['ResourceNotFoundException', 'InvalidRequestException'],
            each: {
              items: 'accessEntries',
              calls: [
                { operation: 'DescribeAccessEntry', input: ofEntry, absent: ['ResourceNotFoundException'] },
                { operation: 'ListAssociatedAccessPolicies', input: ofEntry, absent: ['ResourceNotFoundException'] },
              ],
            },
          },
          {
            operation: 'ListPodIdentityAssociations',
            input: itself('clusterName'),
            absent: ['ResourceNotFoundException'],
            each: {
              items: 'associations',
              calls: [
                {
                  operation: 'DescribePodIdentityAssociation',
                  input: (item, { above }) => ({ clusterName: above[0] ?? null, associationId: textOf(item, 'associationId') ?? null }),
                  absent: ['ResourceNotFoundException'],
                },
              ],
            },
          },
          {
            operation: 'ListNodegroups',
            input: itself('clusterName'),
            absent: ['ResourceNotFoundException'],
            each: {
              items: 'nodegroups',
              calls: [
                {
                  operation: 'DescribeNodegroup',
                  input: (name, { above }) => ({ clusterName: above[0] ?? null, nodegroupName: name }),
                  absent: ['ResourceNotFoundException'],
                },
              ],
            },
          },
        ],
      },
    },
  ],
});
