import { defineTerraform } from '../../../code/index.ts';
import { bindingsOf, iamSatellites } from '../../iam/index.ts';
import type { ServiceAccount } from './shape.ts';

export const terraform = defineTerraform<ServiceAccount>({
  types: ['google_service_account'],
  satellites: { ...iamSatellites('google_service_account', 'service_account_id') },
  identity: ['account_id', 'name', 'email'],
  lonelySatellites: 'each',
  read: (block, context) => ({
    isDisabled: block.boolean('disabled', { default: false }),
    iam: bindingsOf(context, block.place, 'google_service_account'),
  }),
});
