/** Files of `gcloud asset export` → recorded calls, as if they had been collected. Source: Cloud Asset API v1 reference, read 2026-11-22. */
import type { CallPlace, Json, JsonObject, RecordedCall, RecordedCalls } from '../../live/index.ts';
import { GLOBAL_REGION, isJsonObject, itemsAt, memberOf, textOf } from '../../live/index.ts';
import type { Range, Source } from '../../source.ts';
import type { GcpSource } from '../inventory/index.ts';
import { ALL_POLICIES, POLICY_SUFFIX } from '../inventory/index.ts';
import { accountOfAsset } from './accounts.ts';
import { gcpKinds, kindOfAsset } from './kinds.ts';

/** An asset, and where it stands. */
export interface ExportedAsset {
  readonly asset: JsonObject;
  readonly source: Source;
}

/** An export is one asset a line; `gcloud asset list --format=json` prints an array. Null: the text is neither. O(text). */
export function assetsIn(text: string, path: string): readonly ExportedAsset[] | null {
  const whole = text.trimStart().startsWith('[') ? parsed(text) : undefined;
  if (Array.isArray(whole)) return (whole as readonly Json[]).flatMap((each) => exported(each, { path, text: '' }));
  const lines = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ line, firstLine: index + 1 }]));
  const assets = lines.flatMap(({ line, firstLine }) => exported(parsed(line), { path, text: '', firstLine }));
  return assets.length > 0 && assets.length === lines.length ? assets : null;
}

/** In the spelling of the REST API; files in buckets have `asset_type` and `iam_policy`. Null: it is no asset. */
export function asAsset(json: Json | undefined): JsonObject | null {
  const assetType = textOf(json, 'assetType') ?? textOf(json, 'asset_type');
  const name = textOf(json, 'name');
  if (!isJsonObject(json) || assetType === undefined || name === undefined) return null;
  const policy = memberOf(json, 'iamPolicy') ?? memberOf(json, 'iam_policy');
  const resource = memberOf(json, 'resource');
  const ancestors = itemsAt(json, 'ancestors');
  return { name, assetType, ...(resource !== undefined && { resource }), ...(policy !== undefined && { iamPolicy: policy }), ancestors };
}

/**
 * One account for each project, folder and organization that has assets. A kind of which the export holds no asset at all counts as not
 * collected, because nothing says that it was asked for. `at`: when it was made, ISO 8601. O(assets).
 */
export function recordedAssets(assets: readonly ExportedAsset[], at: string): readonly RecordedCalls[] {
  const book = new Book(at);
  const numbers = projectNumbers(assets);
  let hasPolicies = false;
  const kinds = new Set<GcpSource>();
  for (const { asset, source } of assets) {
    const kind = kindOfAsset(textOf(asset, 'assetType') ?? '');
    const name = textOf(asset, 'name') ?? '';
    const ancestors = itemsAt(asset, 'ancestors').map(String);
    const account = accountOfAsset(name, ancestors, numbers);
    if (!kind || account === null) continue;
    kinds.add(kind);
    if (memberOf(asset, 'resource') !== undefined)
      book.keep(account, kind.call, { request: { resource: name }, response: { assets: [asset] }, source });
    const policy = memberOf(asset, 'iamPolicy');
    if (policy === undefined) continue;
    hasPolicies = true;
    book.keep(account, `${kind.call}${POLICY_SUFFIX}`, { request: { resource: name }, response: policy, source });
  }
  const [first] = assets;
  if (first)
    book.close(
      gcpKinds.filter((kind) => kinds.has(kind)),
      { hasPolicies, source: { path: first.source.path, text: '' } },
    );
  return book.accounts();
}

interface Kept {
  readonly request: JsonObject;
  readonly response: Json;
  readonly source: Source;
}

/** Recorded calls of all accounts. */
class Book {
  readonly #at: string;
  readonly #calls = new Map<string, Map<string, RecordedCall[]>>();

  constructor(at: string) {
    this.#at = at;
  }

  keep(account: string, call: string, { request, response, source }: Kept): void {
    const calls = this.#calls.get(account) ?? new Map<string, RecordedCall[]>();
    this.#calls.set(account, calls);
    const at = call.lastIndexOf(':');
    const place: CallPlace = { provider: 'gcp', account, region: GLOBAL_REGION, service: call.slice(0, at), operation: call.slice(at + 1) };
    const range: Range = { source, start: 0, end: 0 };
    const recorded: RecordedCall = { place, record: { request, at: this.#at, response }, range };
    const list = calls.get(call);
    if (list) list.push(recorded);
    else calls.set(call, [recorded]);
  }

  /** Says of each account that the kinds which were exported have no further things and policies in it. */
  close(kinds: readonly GcpSource[], { hasPolicies, source }: { readonly hasPolicies: boolean; readonly source: Source }): void {
    for (const account of this.#calls.keys())
      for (const kind of kinds) {
        this.keep(account, kind.call, { request: {}, response: { assets: [] }, source });
        if (hasPolicies && kind.hasPolicy)
          this.keep(account, `${kind.call}${POLICY_SUFFIX}`, { request: ALL_POLICIES, response: {}, source });
      }
  }

  accounts(): readonly RecordedCalls[] {
    return [...this.#calls].map(([account, calls]) => ({
      account,
      partition: '',
      of: (service, operation) => calls.get(`${service}:${operation}`) ?? [],
    }));
  }
}

function projectNumbers(assets: readonly ExportedAsset[]): ReadonlyMap<string, string> {
  const projects = assets.filter(({ asset }) => textOf(asset, 'assetType') === 'cloudresourcemanager.googleapis.com/Project');
  return new Map(
    projects.flatMap(({ asset }) => {
      const data = memberOf(memberOf(asset, 'resource'), 'data');
      const id = textOf(data, 'projectId');
      const number = textOf(data, 'projectNumber') ?? /projects\/(\d+)$/.exec(textOf(asset, 'name') ?? '')?.[1];
      return id === undefined || number === undefined ? [] : [[number, id] as const];
    }),
  );
}

function exported(json: Json | undefined, source: Source): readonly ExportedAsset[] {
  const asset = asAsset(json);
  return asset ? [{ asset, source }] : [];
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
