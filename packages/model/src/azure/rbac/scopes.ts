/** Where a role of one's own can be given. */
import type { BlockReader, Leaf } from '../../code/index.ts';
import { byDefault, explicit, toTextWithHoles, unresolved } from '../../code/index.ts';
import type { Value } from '../../value.ts';

interface Scopes {
  readonly isEverywhere: Leaf<boolean>;
  readonly isNarrow: Leaf<boolean>;
}

/** Reads a list of scopes, or one; without any the role is as wide as where it is defined: a subscription or a management group. */
export function scopesOf(block: BlockReader, attribute: string): Scopes {
  const value = block.value(attribute);
  const place = block.placeOf(attribute);
  if (!value) return { isEverywhere: byDefault(false, place), isNarrow: byDefault(false, place) };
  const items = value.kind === 'list' || value.kind === 'set' ? value.items : [value];
  const kinds = items.map(kindOf);
  const open = unresolved<boolean>({ code: 'computed', detail: 'its scope is not known' }, place);
  return {
    isEverywhere: kinds.includes('everywhere') ? explicit(true, place) : kinds.includes('unknown') ? open : explicit(false, place),
    isNarrow: kinds.some((kind) => kind === 'wide' || kind === 'everywhere')
      ? explicit(false, place)
      : kinds.includes('unknown')
        ? open
        : explicit(true, place),
  };
}

/** A subscription or management group by what it refers to or how its id begins. */
function kindOf(scope: Value): 'everywhere' | 'wide' | 'narrow' | 'unknown' {
  const text = toTextWithHoles(scope);
  if (typeof text === 'string') return text === '/' ? 'everywhere' : /\/resourcegroups\//i.test(text) ? 'narrow' : 'wide';
  const [ref] = scope.refs;
  if (!ref) return scope.kind === 'unknown' ? kindOfFunction(scope.reason.detail) : 'unknown';
  return /(?:^|\.)azurerm_(?:subscription|management_group)\b/.test(ref.address)
    ? 'wide'
    : /(?:^|\.)azurerm_/.test(ref.address)
      ? 'narrow'
      : 'unknown';
}

/** `subscription()` and `resourceGroup()` of ARM are known at deployment only, but what they are is clear. */
function kindOfFunction(detail: string): 'wide' | 'narrow' | 'unknown' {
  if (/^(?:subscription|managementGroup|tenant)\(\)/i.test(detail)) return 'wide';
  return /^resourceGroup\(\)/i.test(detail) ? 'narrow' : 'unknown';
}
