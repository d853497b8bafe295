/** Keys that a snapshot folder (contracts.md §7) knows: a credential in code is proven ours without a call to the cloud. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { KnownKey } from '@kumomori/parsers';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';

interface Call {
  readonly request?: Readonly<Record<string, unknown>>;
  readonly response?: Readonly<Record<string, unknown>>;
}

/** By access key id, and by id of a service account's key. Throws AppError `target-missing` when there is no such folder. */
export function readKnownKeys(
  snapshot: string | null,
  { cwd, messages }: { readonly cwd: string; readonly messages: Messages },
): ReadonlyMap<string, KnownKey> {
  if (snapshot === null) return new Map();
  const folder = resolve(cwd, snapshot);
  if (!existsSync(join(folder, 'raw'))) throw new AppError('target-missing', { message: messages.target.noSnapshot(snapshot) });
  const keys = new Map<string, KnownKey>();
  for (const { account, call } of calls(folder, 'raw/aws/*/*/iam/ListAccessKeys.jsonl*')) {
    for (const key of listIn(call.response, 'AccessKeyMetadata')) {
      const id = textIn(key, 'AccessKeyId');
      const owner = `${textIn(key, 'UserName') ?? textIn(call.request, 'UserName') ?? '?'} (${account})`;
      if (id !== null) keys.set(id, { owner, status: textIn(key, 'Status') ?? '?', lastUsed: null });
    }
  }
  for (const { call } of calls(folder, 'raw/aws/*/*/iam/GetAccessKeyLastUsed.jsonl*')) {
    const id = textIn(call.request, 'AccessKeyId');
    const known = id === null ? undefined : keys.get(id);
    const used = call.response?.['AccessKeyLastUsed'];
    const date = textIn(isRecord(used) ? used : undefined, 'LastUsedDate');
    if (id !== null && known && date !== null) keys.set(id, { ...known, lastUsed: date });
  }
  for (const { call } of calls(folder, 'raw/gcp/*/*/iam/*erviceAccounts.keys.list.jsonl*')) {
    for (const key of listIn(call.response, 'keys')) {
      const name = textIn(key, 'name') ?? '';
      const [, owner = '?', id = ''] = /serviceAccounts\/([^/]+)\/keys\/([a-f0-9]{40})$/.exec(name) ?? [];
      if (id !== '') keys.set(id, { owner, status: key['disabled'] === true ? 'Inactive' : 'Active', lastUsed: null });
    }
  }
  return keys;
}

function* calls(folder: string, pattern: string): Iterable<{ readonly account: string; readonly call: Call }> {
  for (const path of globSync(pattern, { cwd: folder })) {
    const bytes = readFileSync(join(folder, path));
    const text = path.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8');
    for (const line of text.split('\n')) {
      const call = parsed(line);
      if (call) yield { account: path.split(/[\\/]/)[2] ?? '', call };
    }
  }
}

/** A damaged line costs itself. */
function parsed(line: string): Call | null {
  try {
    const value: unknown = JSON.parse(line);
    if (!isRecord(value)) return null;
    const { request, response } = value;
    return { ...(isRecord(request) && { request }), ...(isRecord(response) && { response }) };
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listIn(from: Call['response'], name: string): readonly Readonly<Record<string, unknown>>[] {
  const list = from?.[name];
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

function textIn(from: Readonly<Record<string, unknown>> | undefined, name: string): string | null {
  const value = from?.[name];
  return typeof value === 'string' ? value : null;
}
