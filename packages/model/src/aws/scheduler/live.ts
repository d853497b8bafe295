/** Answers of EventBridge Scheduler, in the words of CloudFormation. Source: Amazon EventBridge Scheduler API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { described, jsonAt, textOf } from '../../live/index.ts';
import { keyName } from '../kms/key-name.ts';

export const live: readonly LiveSource[] = [
  { call: 'scheduler:ListSchedules', items: 'Schedules', types: ['AWS::Scheduler::Schedule'], declare: schedule },
];

function schedule(item: Json, context: LiveContext): LiveThing | null {
  const [arn, Name, GroupName] = [textOf(item, 'Arn'), textOf(item, 'Name'), textOf(item, 'GroupName')];
  if (arn === undefined || Name === undefined || GroupName === undefined) return null;
  return {
    type: 'AWS::Scheduler::Schedule',
    id: arn,
    name: Name,
    ...described(
      context.answer('scheduler:GetSchedule', { Name, GroupName }, ['ResourceNotFoundException']),
      (json) => ({ KmsKeyArn: keyName(jsonAt(json, 'KmsKeyArn'), context), Target: jsonAt(json, 'Target') }),
      { Name, GroupName },
    ),
  };
}
