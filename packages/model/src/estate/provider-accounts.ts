/** Projects of Google Cloud and subscriptions of Azure that code names in its provider configurations. */
import type { CodeRoot } from '../code/index.ts';
import { BlockReader } from '../code/index.ts';
import { known } from './undecided.ts';

const ATTRIBUTES: Readonly<Record<string, string>> = { google: 'project', 'google-beta': 'project', azurerm: 'subscription_id' };

/** By the key of the provider configuration; only those that say it. */
export function cloudAccounts({ providers = [] }: CodeRoot): ReadonlyMap<string, string> {
  return new Map(
    providers.flatMap(({ key, name = key, block }): readonly (readonly [string, string])[] => {
      const attribute = ATTRIBUTES[name.split('.')[0] ?? ''];
      if (!block || attribute === undefined) return [];
      const reader = new BlockReader({ kind: 'present', block }, { range: block.head, via: null, owner: '' }, null);
      const account = known(reader.string(attribute));
      return typeof account === 'string' && /^[\w:.-]{1,64}$/.test(account) ? [[key, account]] : [];
    }),
  );
}
