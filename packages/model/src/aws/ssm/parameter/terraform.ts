import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import { parameterCredentials } from '../parameter-credentials.ts';
import type { SsmParameter } from './shape.ts';

export const terraform = defineTerraform<SsmParameter>({
  types: ['aws_ssm_parameter'],
  identity: ['name'],
  read: (parameter) => ({
    parameterName: parameter.text('name', { required: true }),
    type: parameter.string('type', { required: true }),
    hasCustomerKey: customerKey(parameter, 'key_id'),
    credentials: parameterCredentials(parameter, 'name', parameter.value('insecure_value') ? 'insecure_value' : 'value'),
  }),
});
