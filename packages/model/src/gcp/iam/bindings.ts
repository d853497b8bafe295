/** Terraform's three ways of granting roles (`_iam_member`, `_iam_binding`, `_iam_policy`) → one list of bindings. */
import type { ListItem, ListNode, ObjectNode, Place, ReaderContext } from '../../code/index.ts';
import { BlockReader, object, stringList, structureOf, unresolved } from '../../code/index.ts';
import { identityOf } from '../../code/index.ts';
import { namedServiceAccounts } from './service-accounts.ts';

/** A role for members, under a condition or not. Source: IAM documentation, "Allow policies", read 2026-11-22. */
export interface IamBinding {
  /** `roles/storage.objectViewer`, `projects/orders/roles/reader`. */
  readonly role: string;
  /** `allUsers`, `user:eve@example.com`, `serviceAccount:…`; parts that are not known yet are holes. */
  readonly members: readonly string[];
}

/** The satellites by which a resource is granted: `google_storage_bucket` + `bucket` → its member, binding and policy resources. */
export function iamSatellites(resourceType: string, parent: string): Readonly<Record<string, string>> {
  return {
    [`${resourceType}_iam_member`]: parent,
    [`${resourceType}_iam_binding`]: parent,
    [`${resourceType}_iam_policy`]: parent,
  };
}

/** Everything that the satellites of a resource grant. `resourceTypes`: prefixes of its satellites. */
export function bindingsOf(context: ReaderContext, place: Place, ...resourceTypes: readonly string[]): ListNode<IamBinding> {
  const lists = resourceTypes.flatMap((type) =>
    ['member', 'binding', 'policy'].flatMap((kind) =>
      context.satellites(`${type}_iam_${kind}`).map((block) => ({ block, granted: grantedBy(block, context) })),
    ),
  );
  return {
    node: 'list',
    items: lists.flatMap(({ block, granted }) =>
      granted.items.map((item): ListItem<IamBinding> => ({ ...item, uncertain: item.uncertain || block.uncertain })),
    ),
    rest: lists.find(({ granted }) => granted.rest)?.granted.rest ?? null,
    place,
  };
}

/** What one block grants, whichever of the three it is. */
export function grantedBy(block: BlockReader, context: ReaderContext): ListNode<IamBinding> {
  const { readers, rest } = bindingBlocks(block, context);
  const isWhole = readers.length === 1 && readers[0] === block;
  return {
    node: 'list',
    items: readers.map((reader) => ({ node: bindingNode(reader), uncertain: !isWhole && reader.uncertain })),
    rest,
    place: block.value('policy_data') ? block.placeOf('policy_data') : block.place,
  };
}

/** Where roles and members are written: the block itself, or the bindings of the policy that it sets. `rest`: there may be more. */
export function bindingBlocks(block: BlockReader, context: ReaderContext): ReturnType<BlockReader['blocks']> {
  if (block.resource?.type.endsWith('_iam_policy') !== true) return { readers: [block], rest: null };
  const value = block.value('policy_data');
  const place = block.placeOf('policy_data');
  const document = value ? structureOf(value) : null;
  if (document?.kind === 'map') {
    const bindings = document.entries.get('bindings');
    return bindings ? BlockReader.ofValue(bindings, place) : { readers: [], rest: null };
  }
  const [rendered] = context.targets(value, ['data.google_iam_policy']);
  if (rendered) return rendered.blocks('binding');
  const reason = value?.kind === 'unknown' ? value.reason : ({ code: 'unsupported', detail: 'the policy cannot be read' } as const);
  return { readers: [], rest: unresolved(reason, place) };
}

/** The bindings of a `google_iam_policy` data source. */
export function documentBindings(document: BlockReader): ListNode<IamBinding> {
  return document.list<IamBinding>('binding', bindingNode);
}

function bindingNode(block: BlockReader): ObjectNode<IamBinding> {
  return object<IamBinding>({ role: block.string('role', { required: true }), members: membersOf(block) }, block.place);
}

/** `member` or `members`, with what is known of service accounts that only exist later. */
export function membersOf(block: BlockReader): ListNode<string> {
  const attribute = memberAttribute(block);
  const value = block.value(attribute);
  return value ? stringList(namedServiceAccounts(value), block.placeOf(attribute)) : block.strings(attribute);
}

/** One for each element of {@link membersOf}: equal for members that are certainly the same; null when nothing can be said. */
export function memberIdentities(block: BlockReader): readonly (string | null)[] {
  const value = block.value(memberAttribute(block));
  if (!value || value.kind === 'unknown') return [];
  const values = value.kind === 'list' || value.kind === 'set' ? value.items : [value];
  return values.filter((item) => item.kind !== 'null').map(identityOf);
}

function memberAttribute(block: BlockReader): string {
  return block.value('member') ? 'member' : 'members';
}
