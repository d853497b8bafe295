/** Rows of Azure Resource Graph that somebody exported → what the collection would have declared. */
import type { CallPlace, Json, JsonObject, LiveDeclaration, RecordedCall, RecordedCalls } from '../../live/index.ts';
import { isJsonObject, itemsAt, memberOf, textOf } from '../../live/index.ts';
import type { Source } from '../../source.ts';
import type { AzureCall } from './call.ts';
import { azurePlaceOf, azureRequestOf } from './call.ts';
import { azureCalls, everythingCall } from './calls/index.ts';
import { declareAzure } from './declare.ts';

export interface AzureExport {
  /** Id of the subscription. */
  readonly account: string;
  readonly declaration: LiveDeclaration;
}

/**
 * One declaration for each subscription that the rows name. `json`: a list of rows, or an answer of the API that holds one (`data`). Types of
 * which there is no row count as not exported: a query that left them out looks the same as a subscription without them.
 */
export function azureExport(json: Json, path: string): readonly AzureExport[] {
  const rows = (Array.isArray(json) ? (json as readonly Json[]) : itemsAt(json, memberOf(json, 'data') ? 'data' : 'value')).filter(
    isJsonObject,
  );
  const bySubscription = new Map<string, JsonObject[]>();
  for (const row of rows) {
    const account = /^\/subscriptions\/([^/]+)/i.exec(textOf(row, 'id') ?? '')?.[1]?.toLowerCase();
    // Without its properties nothing is known of a thing: a query that left them out, `az resource list`.
    if (account === undefined || textOf(row, 'type') === undefined || !isJsonObject(row['properties'])) continue;
    const known = bySubscription.get(account);
    if (known) known.push(row);
    else bySubscription.set(account, [row]);
  }
  const source: Source = { path, text: '' };
  return [...bySubscription].map(([account, own]) => ({ account, declaration: declareAzure(asRecorded(account, own, source)) }));
}

/** The rows as answers: of a type to its listing, of a child to the listing of its parent. */
function asRecorded(account: string, rows: readonly JsonObject[], source: Source): RecordedCalls {
  const range = { source, start: 0, end: 0 };
  const records = new Map<string, RecordedCall[]>();
  const answer = (call: AzureCall, about: string, value: readonly Json[], single: boolean): void => {
    const { service, operation } = azurePlaceOf(call);
    const place: CallPlace = { provider: 'azure', account, region: 'global', service, operation };
    // What else there is was not exported.
    const rest = call === everythingCall ? { nextLink: 'not exported' } : {};
    const response = single ? (value[0] ?? null) : { value: [...value], ...rest };
    const record = { request: azureRequestOf(call, about), at: '', response };
    const key = `${service}/${operation}`;
    records.set(key, [...(records.get(key) ?? []), { place, record, range }]);
  };
  const byType = groups(rows, (row) => (textOf(row, 'type') ?? '').toLowerCase());
  answer(everythingCall, `/subscriptions/${account}`, rows, false);
  for (const call of azureCalls) {
    const own = byType.get(call.type.toLowerCase());
    if (!own) continue;
    if (call.detail) for (const row of own) answer(call, textOf(row, 'id') ?? '', [row], true);
    else if (!call.of) answer(call, `/subscriptions/${account}`, own, call.single === true);
    else for (const [about, below] of groups(own, parentOf)) answer(call, about, below, call.single === true);
  }
  return { account, partition: 'azure', of: (service, operation) => records.get(`${service}/${operation}`) ?? [] };
}

function parentOf(row: JsonObject): string {
  return (textOf(row, 'id') ?? '').split('/').slice(0, -2).join('/');
}

function groups<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const list = found.get(keyOf(item));
    if (list) list.push(item);
    else found.set(keyOf(item), [item]);
  }
  return found;
}
