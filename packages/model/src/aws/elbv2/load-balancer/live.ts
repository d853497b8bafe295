import type { Leaf, ReaderContext } from '../../../code/index.ts';
import { defineLive, unresolved } from '../../../code/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { LoadBalancer } from './shape.ts';

/** Like CloudFormation's. What AWS WAF protects is not known where it may not be asked. */
export const live = defineLive<LoadBalancer>({
  ...cloudformation,
  read(balancer, context) {
    const fields = cloudformation.read(balancer, context);
    const hidden = fields.hasWebAcl.value === false ? hiddenWebAcl(context) : null;
    return hidden ? { ...fields, hasWebAcl: hidden } : fields;
  },
});

function hiddenWebAcl(context: ReaderContext): Leaf<never> | null {
  const hidden = context
    .all('AWS::WAFv2::WebACLAssociation')
    .map((each) => each.string('ResourceArn'))
    .find(({ state }) => state === 'unresolved');
  return hidden?.reason ? unresolved(hidden.reason, hidden.place) : null;
}
