import { defineTerraform } from '../../../code/index.ts';
import { metadataOptions } from '../metadata-options.ts';
import type { LaunchTemplate } from './shape.ts';

export const terraform = defineTerraform<LaunchTemplate>({
  types: ['aws_launch_template', 'aws_launch_configuration'],
  identity: ['name', 'id'],
  read: (template, context) => ({
    metadata: metadataOptions(template, context),
    detailedMonitoring:
      template.resource?.type === 'aws_launch_configuration'
        ? template.boolean('enable_monitoring', { default: true })
        : template.block('monitoring').boolean('enabled', { default: false }),
  }),
});
