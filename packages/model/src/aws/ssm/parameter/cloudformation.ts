import { byDefault, defineCloudFormation } from '../../../code/index.ts';
import { parameterCredentials } from '../parameter-credentials.ts';
import type { SsmParameter } from './shape.ts';

export const cloudformation = defineCloudFormation<SsmParameter>({
  types: ['AWS::SSM::Parameter'],
  identity: ['Name'],
  read: (parameter) => ({
    parameterName: parameter.text('Name', { default: '' }),
    type: parameter.string('Type', { required: true }),
    // CloudFormation makes no secure strings, so that there is nothing to name a key for.
    hasCustomerKey: byDefault(false, parameter.place),
    // Templates make no requests.
    isSentAway: byDefault(false, parameter.place),
    credentials: parameterCredentials(parameter, 'Name', 'Value'),
  }),
});
