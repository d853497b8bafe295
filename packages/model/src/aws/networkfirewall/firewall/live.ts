import { defineLive } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import { cloudformation } from './cloudformation.ts';
import type { NetworkFirewall } from './shape.ts';

/** Like CloudFormation's, with the key, which its templates cannot say. */
export const live = defineLive<NetworkFirewall>({
  ...cloudformation,
  read: (firewall, context) => ({ ...cloudformation.read(firewall, context), hasCustomerKey: customerKey(firewall, 'KmsKeyId') }),
});
