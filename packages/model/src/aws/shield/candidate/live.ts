import type { Leaf, ReaderContext } from '../../../code/index.ts';
import { defineLive, unresolved } from '../../../code/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { ShieldCandidate } from './shape.ts';

/** Like CloudFormation's. Whether the account has the subscription is not known where Shield may not be asked. */
export const live = defineLive<ShieldCandidate>({
  ...cloudformation,
  read(entry, context) {
    const fields = cloudformation.read(entry, context);
    const hidden = hiddenProtection(context);
    return hidden ? { ...fields, usesShield: hidden } : fields;
  },
});

function hiddenProtection(context: ReaderContext): Leaf<never> | null {
  const all = context.all('AWS::Shield::Protection');
  if (all.some(({ resource }) => resource !== null)) return null;
  const { reason, place } = all[0]?.string('ResourceArn') ?? {};
  return reason && place ? unresolved(reason, place) : null;
}
