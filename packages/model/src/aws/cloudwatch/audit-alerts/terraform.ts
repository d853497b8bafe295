import { defineTerraform } from '../../../code/index.ts';
import type { AlertNames } from '../alerts.ts';
import { alertsOf, isAuditFilter } from '../alerts.ts';
import type { AuditAlerts } from './shape.ts';

const names: AlertNames = {
  filter: 'aws_cloudwatch_log_metric_filter',
  pattern: 'pattern',
  transformation: 'metric_transformation',
  metric: 'name',
  alarm: 'aws_cloudwatch_metric_alarm',
  alarmMetric: 'metric_name',
  actions: 'alarm_actions',
  actionsEnabled: 'actions_enabled',
  topic: 'aws_sns_topic',
  subscription: 'aws_sns_topic_subscription',
  subscribedTopic: 'topic_arn',
  subscribers: null,
};

export const terraform = defineTerraform<AuditAlerts>({
  types: [],
  anchor(context) {
    const trail = context.all('aws_cloudtrail').find((each) => each.isSet('cloud_watch_logs_group_arn').value === true);
    return trail ?? context.all(names.filter).find((each) => isAuditFilter(each, names)) ?? null;
  },
  read: (anchor, context) => ({ alerts: alertsOf(anchor, context, names) }),
});
