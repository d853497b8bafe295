import { defineLive } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { SsmParameter } from './shape.ts';

/** Live there are secure strings, which templates cannot make. */
export const live = defineLive<SsmParameter>({
  ...cloudformation,
  read: (parameter, context) => ({ ...cloudformation.read(parameter, context), hasCustomerKey: customerKey(parameter, 'KeyId') }),
});
