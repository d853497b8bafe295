import { defineCloudFormation } from '../../../code/index.ts';
import { metadataOptions } from '../launch-cloudformation.ts';
import type { LaunchTemplate } from './shape.ts';

export const cloudformation = defineCloudFormation<LaunchTemplate>({
  types: ['AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  identity: ['LaunchTemplateName', 'LaunchConfigurationName'],
  read: (template, context) => ({
    metadata: metadataOptions(template, context),
    detailedMonitoring:
      template.resource?.type === 'AWS::AutoScaling::LaunchConfiguration'
        ? template.boolean('InstanceMonitoring', { default: true })
        : template.block('LaunchTemplateData').block('Monitoring').boolean('Enabled', { default: false }),
  }),
});
