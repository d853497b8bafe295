import { namedBy } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: Amazon EventBridge Scheduler API reference, read 2026-11-22. */
export const service = defineService({
  id: 'scheduler',
  load: async () => await import('@aws-sdk/client-scheduler'),
  client: 'SchedulerClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListSchedules',
      each: {
        items: 'Schedules',
        calls: [
          {
            operation: 'GetSchedule',
            input: namedBy('Name', 'GroupName'),
            absent: ['ResourceNotFoundException'],
            redact: ['Target.Input', 'Target.EcsParameters'],
          },
        ],
      },
    },
  ],
});
