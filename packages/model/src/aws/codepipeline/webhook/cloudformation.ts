import { defineCloudFormation } from '../../../code/index.ts';
import type { PipelineWebhook } from './shape.ts';

export const cloudformation = defineCloudFormation<PipelineWebhook>({
  types: ['AWS::CodePipeline::Webhook'],
  identity: ['Name'],
  read: (webhook) => ({
    authentication: webhook.string('Authentication'),
  }),
});
