/** What role assignments and definitions of one root module say together. */
import type { BlockReader, FieldsOf, Leaf, ListNode, ReaderContext } from '../../code/index.ts';
import { byDefault, explicit, outside, unresolved } from '../../code/index.ts';
import type { Administration } from './administration/shape.ts';
import { roleLeaf } from './roles.ts';

interface Types {
  readonly assignments: string;
  readonly definitions: string;
}

/** The first assignment of the role Owner, else the first role definition; null where the code says nothing of either. */
export function anchorOf(context: ReaderContext, { assignments, definitions }: Types): BlockReader | null {
  return owners(context, assignments)[0] ?? context.all(definitions)[0] ?? null;
}

export function administrationOf(
  context: ReaderContext,
  of: Types & { readonly anchor: BlockReader; readonly actionsOf: (role: BlockReader) => readonly ListNode<string>[] },
): FieldsOf<Administration> {
  return { owners: ownerCount(context, of), hasLockRole: lockRole(context, of) };
}

function owners(context: ReaderContext, type: string): readonly BlockReader[] {
  return context.all(type).filter((assignment) => roleLeaf(assignment).value === 'Owner');
}

/** Outside when the code gives the role to nobody: then it is given elsewhere. */
function ownerCount(context: ReaderContext, of: Types & { readonly anchor: BlockReader }): Leaf<number> {
  const found = owners(context, of.assignments);
  const [first] = found;
  if (!first) return outside('the role Owner is given elsewhere', of.anchor.place);
  const open = found.find(({ uncertain }) => uncertain);
  if (open) return unresolved({ code: 'computed', detail: 'it is not known how many there are' }, open.place);
  return explicit(found.length, first.place);
}

function lockRole(
  context: ReaderContext,
  of: Types & { readonly anchor: BlockReader; readonly actionsOf: (role: BlockReader) => readonly ListNode<string>[] },
): Leaf<boolean> {
  const roles = context.all(of.definitions);
  if (roles.length === 0) return outside('the code defines no roles', of.anchor.place);
  const lists = roles.flatMap((role) => of.actionsOf(role).map((list) => ({ role, list })));
  const own = lists.find(({ list }) => list.items.some(({ node }) => node.node === 'leaf' && isLockAction(node.value)));
  if (own)
    return own.role.uncertain
      ? unresolved({ code: 'computed', detail: 'it is not known whether it exists' }, own.role.place)
      : explicit(true, own.list.place);
  const open = lists.find(({ list }) => list.rest);
  return open?.list.rest ? open.list.rest : byDefault(false, roles[0]?.place ?? of.anchor.place);
}

function isLockAction(action: unknown): boolean {
  return typeof action === 'string' && /^microsoft\.authorization\/locks\/(\*|write)$/i.test(action);
}
