import { textOf } from '@kumomori/model';
import { itself } from '../inputs.ts';
import { defineService } from '../service.ts';

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
