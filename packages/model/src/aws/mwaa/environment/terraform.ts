import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { AirflowEnvironment } from './shape.ts';

export const terraform = defineTerraform<AirflowEnvironment>({
  types: ['aws_mwaa_environment'],
  identity: ['name'],
  read: (environment) => ({
    webserverAccess: environment.string('webserver_access_mode', { default: 'PRIVATE_ONLY' }),
    schedulerLogs: environment.block('logging_configuration').block('scheduler_logs').boolean('enabled', { default: false }),
    workerLogs: environment.block('logging_configuration').block('worker_logs').boolean('enabled', { default: false }),
    webserverLogs: environment.block('logging_configuration').block('webserver_logs').boolean('enabled', { default: false }),
    hasCustomerKey: customerKey(environment, 'kms_key'),
  }),
});
