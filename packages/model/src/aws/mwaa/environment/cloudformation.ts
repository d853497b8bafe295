import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { AirflowEnvironment } from './shape.ts';

export const cloudformation = defineCloudFormation<AirflowEnvironment>({
  types: ['AWS::MWAA::Environment'],
  identity: ['Name'],
  read: (environment) => ({
    webserverAccess: environment.string('WebserverAccessMode', { default: 'PRIVATE_ONLY' }),
    schedulerLogs: environment.block('LoggingConfiguration').block('SchedulerLogs').boolean('Enabled', { default: false }),
    workerLogs: environment.block('LoggingConfiguration').block('WorkerLogs').boolean('Enabled', { default: false }),
    webserverLogs: environment.block('LoggingConfiguration').block('WebserverLogs').boolean('Enabled', { default: false }),
    hasCustomerKey: customerKey(environment, 'KmsKey'),
  }),
});
