/** Answers of the CloudWatch API → alarms, in the words of CloudFormation, which are the API's. Source: CloudWatch API reference, read 2026-11-22. */
import type { Json, LiveSource, LiveThing } from '../../live/index.ts';
import { itemsAt, jsonAt, textOf } from '../../live/index.ts';
import { unaskedTags } from '../core/unasked-tags.ts';

export const live: readonly LiveSource[] = [
  {
    call: 'cloudwatch:DescribeAlarms',
    items: 'MetricAlarms',
    types: ['AWS::CloudWatch::Alarm'],
    declare: (item) => alarm(item, 'AWS::CloudWatch::Alarm'),
  },
  {
    call: 'cloudwatch:DescribeAlarms',
    items: 'CompositeAlarms',
    types: ['AWS::CloudWatch::CompositeAlarm'],
    declare: (item) => alarm(item, 'AWS::CloudWatch::CompositeAlarm'),
  },
];

function alarm(item: Json, type: string): LiveThing | null {
  const [name, id] = [textOf(item, 'AlarmName'), textOf(item, 'AlarmArn')];
  if (name === undefined || id === undefined) return null;
  return {
    type,
    id,
    name,
    properties: {
      AlarmName: name,
      AlarmActions: itemsAt(item, 'AlarmActions'),
      ActionsEnabled: jsonAt(item, 'ActionsEnabled') ?? true,
      MetricName: textOf(item, 'MetricName'),
      Namespace: textOf(item, 'Namespace'),
      Tags: unaskedTags,
    },
  };
}
