/** Keys and connection strings of stores of Azure that stand in the settings of what runs. */
import type { Workload } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import type { PathCondition, PathSetting, PathStoreKey } from '../inputs.ts';
import type { Building } from './context.ts';
import { decided, evidenceOf } from './context.ts';

/** Kinds of credential that are keys of a store, not those of somebody. */
const OF_STORES = new Set(['connection-string', 'service-token']);

/** By reference, or by the name of the account that a connection string says. Nothing of stores that take no keys. O(credentials). */
export function storeKeysFor(building: Building, holders: readonly Workload[]): readonly PathStoreKey[] {
  const { estate } = building;
  const switches = new Map(estate.all('azure.switches').map(({ id, says }) => [id, says['takes-keys']]));
  return holders.flatMap((holder) =>
    holder.credentials.flatMap(({ of, credential, where, place }): readonly PathStoreKey[] => {
      if (of === undefined || !OF_STORES.has(credential)) return [];
      const evidence = evidenceOf(building, place);
      return estate.named('data-store', of, holder).flatMap(({ id, node, storeKind }): readonly PathStoreKey[] => {
        const takes = switches.get(id);
        if (!storeKind.startsWith('azure.') || decided(takes) === false) return [];
        const setting: PathSetting = {
          ...{ id: `leak ${holder.id} ${id}`, kind: 'credential', evidence },
          summary: `Take the key of ${node} out of ${holder.node} and replace it`,
        };
        const condition: PathCondition | null = isUndecided(takes)
          ? { text: `${node} takes its keys`, likelihood: 'unknown', tags: [] }
          : null;
        return [{ in: holder.id, store: id, where, condition, setting, evidence }];
      });
    }),
  );
}
