import { itself } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: AWS CodeDeploy API reference, read 2026-11-22. */
export const service = defineService({
  id: 'codedeploy',
  load: async () => await import('@aws-sdk/client-codedeploy'),
  client: 'CodeDeployClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListApplications',
      each: {
        items: 'applications',
        calls: [
          {
            operation: 'ListDeploymentGroups',
            input: itself('applicationName'),
            absent: ['ApplicationDoesNotExistException'],
            each: {
              items: 'deploymentGroups',
              calls: [
                {
                  operation: 'BatchGetDeploymentGroups',
                  input: (names, { above }) => ({ applicationName: above[0] ?? null, deploymentGroupNames: names }),
                  batch: 100,
                  absent: ['ApplicationDoesNotExistException'],
                },
              ],
            },
          },
        ],
      },
    },
  ],
});
