import { textOf } from '@kumomori/model';
import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: AWS CodePipeline API reference, read 2026-11-22. */
export const service = defineService({
  id: 'codepipeline',
  load: async () => await import('@aws-sdk/client-codepipeline'),
  client: 'CodePipelineClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListPipelines',
      each: {
        items: 'pipelines',
        calls: [
          {
            operation: 'GetPipeline',
            input: named('name'),
            // Counts up with every update; a pipeline that was made anew begins again.
            unchangedWhile: ['version', 'created', 'updated'],
            absent: ['PipelineNotFoundException'],
            redact: ['pipeline.stages[].actions[].configuration.*', 'pipeline.variables[].defaultValue'],
          },
          {
            operation: 'ListTagsForResource',
            absent: ['ResourceNotFoundException'],
            input: (pipeline, { partition, region, account }) => {
              const name = textOf(pipeline, 'name');
              return name === undefined ? null : { resourceArn: `arn:${partition}:codepipeline:${region}:${account}:${name}` };
            },
          },
        ],
      },
    },
    { operation: 'ListWebhooks', redact: ['webhooks[].definition.authenticationConfiguration.SecretToken'] },
  ],
});
