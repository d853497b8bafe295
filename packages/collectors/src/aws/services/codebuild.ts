import { together } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: AWS CodeBuild API reference, read 2026-11-22. */
export const service = defineService({
  id: 'codebuild',
  load: async () => await import('@aws-sdk/client-codebuild'),
  client: 'CodeBuildClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListProjects',
      each: {
        items: 'projects',
        calls: [
          {
            operation: 'BatchGetProjects',
            input: together('names'),
            batch: 100,
            redact: [
              'projects[].environment.environmentVariables[type=PLAINTEXT].value',
              'projects[].webhook.secret',
              'projects[].source.buildspec',
              'projects[].secondarySources[].buildspec',
            ],
          },
        ],
      },
    },
    {
      operation: 'ListReportGroups',
      each: { items: 'reportGroups', calls: [{ operation: 'BatchGetReportGroups', input: together('reportGroupArns'), batch: 100 }] },
    },
  ],
});
