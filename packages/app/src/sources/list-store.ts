/** Objects of a bucket below a prefix, narrowed to the days that are asked for. */
import type { RemoteEntry, RemoteObject, RemoteStore } from '@kumomori/collectors';
import { deliveredAt } from '../logs/index.ts';
import { folderVerdict } from './date-tree.ts';

export interface ListStoreOptions {
  readonly prefix: string;
  /** YYYY-MM-DD; null: everything. */
  readonly since: string | null;
  readonly signal: AbortSignal;
}

/** Levels of folders that are walked one by one; CloudTrail of an organization has eight. */
const MAX_WALK = 16;
const DIGESTS = /(?:^|\/)CloudTrail-Digest\//;

/**
 * In the order of their names. Without `since` one listing of everything; with it folders of dates are walked, so that days before are not
 * listed at all. Throws RemoteErrors.
 */
export async function* listStore(store: RemoteStore, options: ListStoreOptions): AsyncGenerator<RemoteObject> {
  if (options.since === null) yield* everything(store, options.prefix, options);
  else yield* walk(store, { prefix: options.prefix, depth: 0 }, { ...options, since: options.since });
}

async function* everything(store: RemoteStore, prefix: string, { since, signal }: ListStoreOptions): AsyncGenerator<RemoteObject> {
  for await (const entry of store.list(prefix, { isFlat: false, signal }))
    if (entry.kind === 'object' && isWanted(entry.object, since)) yield entry.object;
}

async function* walk(
  store: RemoteStore,
  { prefix, depth }: { readonly prefix: string; readonly depth: number },
  options: ListStoreOptions & { readonly since: string },
): AsyncGenerator<RemoteObject> {
  if (depth > MAX_WALK) return yield* everything(store, prefix, options);
  const entries: RemoteEntry[] = [];
  for await (const entry of store.list(prefix, { isFlat: true, signal: options.signal })) entries.push(entry);
  const nameOf = (entry: RemoteEntry): string => (entry.kind === 'object' ? entry.object.name : entry.prefix);
  entries.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  for (const entry of entries) {
    if (entry.kind === 'object') {
      if (isWanted(entry.object, options.since)) yield entry.object;
      continue;
    }
    const verdict = DIGESTS.test(entry.prefix) ? 'before' : folderVerdict(entry.prefix, options.since);
    if (verdict === 'day') yield* everything(store, entry.prefix, options);
    else if (verdict === 'open') yield* walk(store, { prefix: entry.prefix, depth: depth + 1 }, options);
  }
}

/** An object that was last written before a day holds nothing of it. */
export function isWanted({ name, modified }: Pick<RemoteObject, 'name' | 'modified'>, since: string | null): boolean {
  if (DIGESTS.test(name) || name.endsWith('.head.json')) return false;
  if (since === null) return true;
  const delivered = deliveredAt(name);
  if (delivered !== null) return delivered >= Date.parse(since);
  return modified === null || modified.slice(0, 10) >= since;
}
