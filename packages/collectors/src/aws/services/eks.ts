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
