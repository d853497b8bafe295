import { defineLive } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import { cloudformation } from './cloudformation.ts';
import type { FirewallPolicy } from './shape.ts';

/** Like CloudFormation's, with the key, which its templates cannot say. */
export const live = defineLive<FirewallPolicy>({
  ...cloudformation,
  read: (policy, context) => ({ ...cloudformation.read(policy, context), hasCustomerKey: customerKey(policy, 'KmsKeyId') }),
});
