import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { StateMachine } from './shape.ts';

export const terraform = defineTerraform<StateMachine>({
  types: ['aws_sfn_state_machine'],
  identity: ['name'],
  read: (machine) => ({
    logLevel: machine.block('logging_configuration').string('level', { default: 'OFF' }),
    logsExecutionData: machine.block('logging_configuration').boolean('include_execution_data', { default: false }),
    isTraced: machine.block('tracing_configuration').boolean('enabled', { default: false }),
    hasCustomerKey: customerKey(machine.block('encryption_configuration'), 'kms_key_id'),
  }),
});
