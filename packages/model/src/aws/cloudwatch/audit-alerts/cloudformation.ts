import { defineCloudFormation } from '../../../code/index.ts';
import type { AlertNames } from '../alerts.ts';
import { alertsOf, isAuditFilter } from '../alerts.ts';
import type { AuditAlerts } from './shape.ts';

const names: AlertNames = {
  filter: 'AWS::Logs::MetricFilter',
  pattern: 'FilterPattern',
  transformation: 'MetricTransformations',
  metric: 'MetricName',
  alarm: 'AWS::CloudWatch::Alarm',
  alarmMetric: 'MetricName',
  actions: 'AlarmActions',
  actionsEnabled: 'ActionsEnabled',
  topic: 'AWS::SNS::Topic',
  subscription: 'AWS::SNS::Subscription',
  subscribedTopic: 'TopicArn',
  subscribers: 'Subscription',
};

export const cloudformation = defineCloudFormation<AuditAlerts>({
  types: [],
  anchor(context) {
    const trail = context.all('AWS::CloudTrail::Trail').find((each) => each.isSet('CloudWatchLogsLogGroupArn').value === true);
    return trail ?? context.all(names.filter).find((each) => isAuditFilter(each, names)) ?? null;
  },
  read: (anchor, context) => ({ alerts: alertsOf(anchor, context, names) }),
});
