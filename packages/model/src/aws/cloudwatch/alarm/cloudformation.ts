import { defineCloudFormation, hasItems } from '../../../code/index.ts';
import type { Alarm } from './shape.ts';

export const cloudformation = defineCloudFormation<Alarm>({
  types: ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'],
  identity: ['AlarmName'],
  read: (alarm) => ({
    hasAction: hasItems(alarm, 'AlarmActions'),
    actionsEnabled: alarm.boolean('ActionsEnabled', { default: true }),
  }),
});
