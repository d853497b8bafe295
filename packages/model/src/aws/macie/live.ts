/** Amazon Macie of an account and region, in the words of CloudFormation. Source: Amazon Macie API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { textOf, whenKnown } from '../../live/index.ts';

export const macieIsOff: readonly string[] = ['AccessDeniedException: Macie is not enabled', 'ResourceNotFoundException'];

export const live: readonly LiveSource[] = [
  { call: 'macie2:GetMacieSession', items: '', types: ['AWS::Macie::Session'], absent: macieIsOff, declare: session },
];

function session(item: Json, context: LiveContext): LiveThing | null {
  const status = textOf(item, 'status');
  if (status === undefined) return null;
  const { partition, region, account } = context;
  return {
    type: 'AWS::Macie::Session',
    id: `arn:${partition}:macie2:${region}:${account}:session`,
    name: `Macie in ${region}`,
    properties: {
      Status: status,
      AutomatedDiscovery: whenKnown(context.answer('macie2:GetAutomatedDiscoveryConfiguration', {}, macieIsOff), (json) =>
        textOf(json, 'status'),
      ),
    },
  };
}
