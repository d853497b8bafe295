import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import { parameterCredentials } from '../parameter-credentials.ts';
import type { SsmParameter } from './shape.ts';

export const terraform = defineTerraform<SsmParameter>({
  types: ['aws_ssm_parameter'],
  identity: ['name'],
  read: (parameter, context) => ({
    parameterName: parameter.text('name', { required: true }),
    type: parameter.string('type', { required: true }),
    hasCustomerKey: customerKey(parameter, 'key_id'),
    isSentAway: isSentAway(parameter, context),
    credentials: parameterCredentials(parameter, 'name', parameter.value('insecure_value') ? 'insecure_value' : 'value'),
  }),
});

/** The data source `http` makes a request on every plan. */
function isSentAway(parameter: BlockReader, context: ReaderContext): Leaf<boolean> {
  const request = context.all('data.http').find((each) => {
    const url = each.value('url');
    const isValue = url?.refs.some(({ attribute }) => attribute === 'value' || attribute === 'insecure_value') ?? false;
    return isValue && context.targets(url, ['aws_ssm_parameter']).some(({ resource }) => resource === parameter.resource);
  });
  return request ? explicit(true, request.placeOf('url')) : byDefault(false, parameter.place);
}
