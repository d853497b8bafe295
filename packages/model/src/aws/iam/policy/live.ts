import type { FieldsOf } from '../../../code/index.ts';
import { defineLive, explicit } from '../../../code/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { IamPolicy } from './shape.ts';

/** IAM counts who holds a managed policy and whom it bounds. */
export const live = defineLive<IamPolicy>({
  ...cloudformation,
  read(policy, context): FieldsOf<IamPolicy> {
    const bounds = policy.number('PermissionsBoundaryUsageCount', { default: 0 });
    const holders = policy.number('AttachmentCount', { default: 0 });
    return {
      ...cloudformation.read(policy, context),
      isBoundary: explicit((bounds.value ?? 0) > 0 && holders.value === 0, bounds.place),
    };
  },
});
