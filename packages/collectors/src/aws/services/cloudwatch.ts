import { defineService } from '../service.ts';

/** Source: Amazon CloudWatch API reference, read 2026-11-22: without types it tells of metric alarms only. */
export const service = defineService({
  id: 'cloudwatch',
  load: async () => await import('@aws-sdk/client-cloudwatch'),
  client: 'CloudWatchClient',
  scope: 'regional',
  calls: [{ operation: 'DescribeAlarms', input: { AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] } }],
});
