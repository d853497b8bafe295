/** Keys that a snapshot folder (contracts.md §7) knows: a credential in code is proven ours without a call to the cloud. */
import { resolve } from 'node:path';
import type { RecordedCalls } from '@kumomori/model';
import { itemsAt, jsonAt, textOf } from '@kumomori/model';
import type { KnownKey } from '@kumomori/parsers';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { isSnapshotFolder, openSnapshot } from '../snapshots/index.ts';
import { aboutSnapshots } from './snapshot-errors.ts';

/** Where keys of service accounts stand: as the collector asks for them, in exports of the inventory, under the API's own name. */
const GOOGLE_KEYS: readonly (readonly [service: string, operation: string, items: string])[] = [
  ['iam.googleapis.com', 'serviceAccountKeys', 'keys'],
  ['iam.googleapis.com', 'serviceAccountKeys', 'assets'],
  ['cloudasset.googleapis.com', 'assets', 'assets'],
  ['iam', 'projects.serviceAccounts.keys.list', 'keys'],
  ['iam', 'serviceAccounts.keys.list', 'keys'],
];

/** By access key id, and by id of a service account's key. Throws AppErrors for what is no snapshot. */
export function readKnownKeys(
  folder: string | null,
  { cwd, messages }: { readonly cwd: string; readonly messages: Messages },
): ReadonlyMap<string, KnownKey> {
  if (folder === null) return new Map();
  const path = resolve(cwd, folder);
  if (!isSnapshotFolder(path)) throw new AppError('target-missing', { message: messages.target.noSnapshot(folder) });
  const snapshot = aboutSnapshots(messages, () => openSnapshot(path));
  const keys = new Map<string, KnownKey>();
  for (const { provider, account } of snapshot.accounts()) {
    const calls = snapshot.recordedCalls(provider, account);
    if (provider === 'aws') addAccessKeys(keys, account, calls);
    if (provider === 'gcp') addServiceAccountKeys(keys, calls);
  }
  return keys;
}

function addAccessKeys(keys: Map<string, KnownKey>, account: string, calls: RecordedCalls): void {
  for (const { record } of calls.of('iam', 'ListAccessKeys')) {
    for (const key of itemsAt(record.response, 'AccessKeyMetadata')) {
      const id = textOf(key, 'AccessKeyId');
      const owner = `${textOf(key, 'UserName') ?? textOf(record.request, 'UserName') ?? '?'} (${account})`;
      if (id !== undefined) keys.set(id, { owner, status: textOf(key, 'Status') ?? '?', lastUsed: null });
    }
  }
  for (const { record } of calls.of('iam', 'GetAccessKeyLastUsed')) {
    const id = textOf(record.request, 'AccessKeyId') ?? '';
    const known = keys.get(id);
    const date = textOf(record.response, 'AccessKeyLastUsed.LastUsedDate');
    if (known && date !== undefined) keys.set(id, { ...known, lastUsed: date });
  }
}

function addServiceAccountKeys(keys: Map<string, KnownKey>, calls: RecordedCalls): void {
  for (const [service, operation, items] of GOOGLE_KEYS) {
    for (const { record } of calls.of(service, operation)) {
      for (const key of itemsAt(record.response, items)) {
        const [, owner = '?', id = ''] = /serviceAccounts\/([^/]+)\/keys\/([a-f0-9]{40})$/.exec(textOf(key, 'name') ?? '') ?? [];
        const isDisabled = [jsonAt(key, 'disabled'), jsonAt(key, 'resource.data.disabled')].includes(true);
        if (id !== '') keys.set(id, { owner, status: isDisabled ? 'Inactive' : 'Active', lastUsed: null });
      }
    }
  }
}
