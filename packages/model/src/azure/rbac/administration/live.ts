import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineLive, explicit } from '../../../code/index.ts';
import { isSeen, unseenAmong } from '../../core/index.ts';
import { roleLeaf } from '../roles.ts';
import type { Administration } from './shape.ts';

/** Who owns a live subscription: assignments at it and, inherited, above it. Owners of a single group or resource do not count. */
export const live = defineLive<Administration>({
  types: [],
  anchor: (context) => context.all('Microsoft.Resources/subscriptions').find(isSeen) ?? null,
  read: (anchor, context) => ({ owners: owners(anchor, context), hasLockRole: lockRole(anchor, context) }),
});

function owners(anchor: BlockReader, context: ReaderContext): Leaf<number> {
  const assignments = context.all('Microsoft.Authorization/roleAssignments');
  const unseen = unseenAmong(assignments);
  if (unseen) return unseen;
  const found = assignments.filter((each) => {
    const scope = each.block('properties').string('scope').value ?? '';
    return roleLeaf(each).value === 'Owner' && !/\/resourcegroups\//i.test(scope);
  });
  return found[0] ? explicit(found.length, found[0].place) : byDefault(0, anchor.place);
}

function lockRole(anchor: BlockReader, context: ReaderContext): Leaf<boolean> {
  const roles = context.all('Microsoft.Authorization/roleDefinitions');
  const own = roles.filter(isSeen).find((role) =>
    role
      .block('properties')
      .blocks('permissions')
      .readers.flatMap((each) => each.strings('actions').items)
      .some(({ node }) => node.node === 'leaf' && /^microsoft\.authorization\/locks\/(?:\*|write)$/i.test(String(node.value))),
  );
  return own ? explicit(true, own.place) : (unseenAmong(roles) ?? byDefault(false, anchor.place));
}
