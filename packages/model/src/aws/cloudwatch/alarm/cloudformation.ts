import { defineCloudFormation } from '../../../code/index.ts';
import type { Alarm } from './shape.ts';

export const cloudformation = defineCloudFormation<Alarm>({
  types: ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'],
  identity: ['AlarmName'],
  read: (alarm) => ({
    actions: alarm.strings('AlarmActions'),
    actionsEnabled: alarm.boolean('ActionsEnabled', { default: true }),
  }),
});
