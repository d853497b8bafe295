/** Answers of AWS CloudFormation about its stacks, in its own words. Source: AWS CloudFormation API reference, read 2026-11-22. */
import type { Json, LiveSource, LiveThing } from '../../live/index.ts';
import { daysSince, itemsAt, jsonAt, tagPairs, textOf } from '../../live/index.ts';
import type { LiveContext } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  { call: 'cloudformation:DescribeStacks', items: 'Stacks', types: ['AWS::CloudFormation::Stack'], declare: stack },
];

/** A stack in review is nothing but a change set yet. */
const NO_STACK = new Set(['DELETE_COMPLETE', 'REVIEW_IN_PROGRESS']);

function stack(item: Json, context: LiveContext): LiveThing | null {
  const [id, name] = [textOf(item, 'StackId'), textOf(item, 'StackName')];
  if (id === undefined || NO_STACK.has(textOf(item, 'StackStatus') ?? '')) return null;
  const outputs = itemsAt(item, 'Outputs').flatMap((output) => {
    const key = textOf(output, 'OutputKey');
    return key === undefined ? [] : [[key, jsonAt(output, 'OutputValue')] as const];
  });
  return {
    type: 'AWS::CloudFormation::Stack',
    id,
    name: name ?? id,
    properties: {
      StackName: name,
      RoleARN: textOf(item, 'RoleARN'),
      NotificationARNs: itemsAt(item, 'NotificationARNs'),
      Outputs: Object.fromEntries(outputs),
      ParentId: textOf(item, 'ParentId'),
      EnableTerminationProtection: jsonAt(item, 'EnableTerminationProtection') ?? false,
      DriftStatus: textOf(item, 'DriftInformation.StackDriftStatus') ?? 'NOT_CHECKED',
      DriftCheckedDays: daysSince(jsonAt(item, 'DriftInformation.LastCheckTimestamp'), context.at),
      Tags: tagPairs(itemsAt(item, 'Tags')),
    },
  };
}
