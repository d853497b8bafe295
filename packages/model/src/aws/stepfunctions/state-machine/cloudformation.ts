import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { StateMachine } from './shape.ts';

export const cloudformation = defineCloudFormation<StateMachine>({
  types: ['AWS::StepFunctions::StateMachine'],
  identity: ['StateMachineName'],
  read: (machine) => ({
    logLevel: machine.block('LoggingConfiguration').string('Level', { default: 'OFF' }),
    logsExecutionData: machine.block('LoggingConfiguration').boolean('IncludeExecutionData', { default: false }),
    isTraced: machine.block('TracingConfiguration').boolean('Enabled', { default: false }),
    hasCustomerKey: customerKey(machine.block('EncryptionConfiguration'), 'KmsKeyId'),
  }),
});
