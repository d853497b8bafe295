import { defineTerraform } from '../../../code/index.ts';
import type { PipelineWebhook } from './shape.ts';

export const terraform = defineTerraform<PipelineWebhook>({
  types: ['aws_codepipeline_webhook'],
  identity: ['name'],
  read: (webhook) => ({
    authentication: webhook.string('authentication'),
  }),
});
