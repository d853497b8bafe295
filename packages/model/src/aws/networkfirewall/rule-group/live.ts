import { defineLive } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import { cloudformation } from './cloudformation.ts';
import type { RuleGroup } from './shape.ts';

/** Like CloudFormation's, with the key, which its templates cannot say. */
export const live = defineLive<RuleGroup>({
  ...cloudformation,
  read: (group, context) => ({ ...cloudformation.read(group, context), hasCustomerKey: customerKey(group, 'KmsKeyId') }),
});
