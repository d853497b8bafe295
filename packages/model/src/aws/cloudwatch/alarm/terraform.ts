import { defineTerraform, hasItems } from '../../../code/index.ts';
import type { Alarm } from './shape.ts';

export const terraform = defineTerraform<Alarm>({
  types: ['aws_cloudwatch_metric_alarm', 'aws_cloudwatch_composite_alarm'],
  identity: ['alarm_name'],
  read: (alarm) => ({
    hasAction: hasItems(alarm, 'alarm_actions'),
    actionsEnabled: alarm.boolean('actions_enabled', { default: true }),
  }),
});
