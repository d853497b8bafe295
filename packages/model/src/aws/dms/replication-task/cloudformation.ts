import { defineCloudFormation } from '../../../code/index.ts';
import { taskLogging } from '../task-settings.ts';
import type { ReplicationTask } from './shape.ts';

export const cloudformation = defineCloudFormation<ReplicationTask>({
  types: ['AWS::DMS::ReplicationTask'],
  identity: ['ReplicationTaskIdentifier'],
  read: (task) => ({
    logs: taskLogging(task, 'ReplicationTaskSettings'),
  }),
});
