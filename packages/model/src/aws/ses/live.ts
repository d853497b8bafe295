/** Answers of Amazon SES, in the words of CloudFormation. Source: Amazon SES API v2 reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { described, jsonAt } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  { call: 'sesv2:ListConfigurationSets', items: 'ConfigurationSets', types: ['AWS::SES::ConfigurationSet'], declare: configurationSet },
];

function configurationSet(name: Json, context: LiveContext): LiveThing | null {
  if (typeof name !== 'string') return null;
  const { partition, region, account } = context;
  return {
    type: 'AWS::SES::ConfigurationSet',
    id: `arn:${partition}:ses:${region}:${account}:configuration-set/${name}`,
    name,
    ...described(
      context.answer('sesv2:GetConfigurationSet', { ConfigurationSetName: name }, ['NotFoundException']),
      (json) => ({ DeliveryOptions: jsonAt(json, 'DeliveryOptions') }),
      { Name: name },
    ),
  };
}
