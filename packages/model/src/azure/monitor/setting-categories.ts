/** What a diagnostic setting sends. */
import type { BlockReader, Leaf, ListItem, ListNode } from '../../code/index.ts';
import { explicit, unresolved } from '../../code/index.ts';
import type { Value } from '../../value.ts';

/** Categories and groups of the blocks, those switched off left out. */
export function sentCategories(
  owner: BlockReader,
  blocks: readonly { readonly readers: readonly BlockReader[]; readonly rest: Leaf<never> | null }[],
  names: readonly string[],
): ListNode<string> {
  const items = blocks
    .flatMap(({ readers }) => readers)
    .flatMap((log): ListItem<string>[] =>
      log.boolean('enabled', { default: true }).value === false
        ? []
        : names
            .filter((name) => log.value(name) !== undefined)
            .map((name) => ({ node: log.string(name, { required: true }), uncertain: log.uncertain })),
    );
  return { node: 'list', items, rest: blocks.find(({ rest }) => rest)?.rest ?? null, place: blocks[0]?.readers[0]?.place ?? owner.place };
}

/** Is the value the id of a subscription? By its text, or because it refers to one. */
export function isSubscription(value: Value | undefined, block: BlockReader, name: string): Leaf<boolean> {
  const place = block.placeOf(name);
  if (value?.kind === 'string') return explicit(/^\/subscriptions\/[^/]+\/?$/i.test(value.value), place);
  const [ref] = value?.refs ?? [];
  if (ref && /(?:^|\.)azurerm_(?:client_config|subscription)\b/.test(ref.address)) {
    // `"/subscriptions/${…}"` is the subscription, `"${…}/resourceGroups/x"` something in it.
    const parts = value?.kind === 'template' ? value.parts.filter((part) => typeof part === 'string').join('') : '';
    return explicit(!/resourcegroups|providers/i.test(parts), place);
  }
  if (ref) return explicit(false, place);
  return unresolved({ code: 'computed', detail: 'it is not known what it belongs to' }, place);
}
