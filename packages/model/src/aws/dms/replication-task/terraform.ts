import { defineTerraform } from '../../../code/index.ts';
import { taskLogging } from '../task-settings.ts';
import type { ReplicationTask } from './shape.ts';

export const terraform = defineTerraform<ReplicationTask>({
  types: ['aws_dms_replication_task'],
  identity: ['replication_task_id'],
  read: (task) => ({
    logs: taskLogging(task, 'replication_task_settings'),
  }),
});
