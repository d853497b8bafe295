import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: Amazon ECR API reference, read 2026-11-22. */
export const service = defineService({
  id: 'ecr',
  load: async () => await import('@aws-sdk/client-ecr'),
  client: 'ECRClient',
  scope: 'regional',
  calls: [
    {
      operation: 'DescribeRepositories',
      each: {
        items: 'repositories',
        calls: [
          {
            operation: 'GetRepositoryPolicy',
            input: named('repositoryName'),
            absent: ['RepositoryPolicyNotFoundException', 'RepositoryNotFoundException'],
          },
          {
            operation: 'GetLifecyclePolicy',
            input: named('repositoryName'),
            absent: ['LifecyclePolicyNotFoundException', 'RepositoryNotFoundException'],
          },
          { operation: 'ListTagsForResource', input: named('repositoryArn', 'resourceArn'), absent: ['RepositoryNotFoundException'] },
        ],
      },
    },
    { operation: 'GetRegistryScanningConfiguration' },
    { operation: 'GetRegistryPolicy', absent: ['RegistryPolicyNotFoundException'] },
  ],
});
