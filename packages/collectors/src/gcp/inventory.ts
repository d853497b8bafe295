/** Cloud Asset Inventory: whole projects, folders or organizations in few calls. Source: Cloud Asset API v1 reference, read 2026-11-22. */
import type { CallError, GcpSource, Json, JsonObject } from '@kumomori/model';
import {
  ALL_POLICIES,
  POLICY_SUFFIX,
  accountOfAsset,
  accountOfParent,
  asAsset,
  gcpKinds,
  isJsonObject,
  itemsAt,
  kindOfAsset,
  memberOf,
  textOf,
} from '@kumomori/model';
import type { Account, Collection } from './collection.ts';
import type { GcpListing } from './listing.ts';
import { gcpListings } from './listings/index.ts';
import { withoutSecrets } from './secrets.ts';

const API = 'https://cloudasset.googleapis.com/v1';
export const ASSETS = 'cloudasset.googleapis.com:assets';
const contents = ['IAM_POLICY', 'RESOURCE'] as const;
type Content = (typeof contents)[number];
const PERMISSIONS: Readonly<Record<Content, string>> = {
  IAM_POLICY: 'cloudasset.assets.listIamPolicy',
  RESOURCE: 'cloudasset.assets.listResource',
};
/** Types asked for in one listing: they all stand in the URL. */
const BATCH = 40;
const MAX_PAGES = 100_000;

const askedOtherwise = new Set(gcpListings.filter(({ always = false }) => always).map(({ call }) => call));
const inventoried: readonly GcpSource[] = gcpKinds.filter(({ call, assets }) => assets.length > 0 && !askedOtherwise.has(call));

export interface InventoryScope {
  /** `organizations/123`, `projects/orders`. */
  readonly parent: string;
  /** Every project, folder and organization that is looked at below it, itself included. */
  readonly accounts: readonly Account[];
}

export interface Inventory {
  /** Calls that were answered for all accounts of the scope. */
  readonly listed: ReadonlySet<string>;
  things(account: string, call: string): readonly Json[];
}

/** Null: it may not be asked, or is not switched on, so that the services themselves have to be. */
export async function collectInventory(collection: Collection, scope: InventoryScope): Promise<Inventory | null> {
  const run = new InventoryRun(collection, scope);
  for (const content of contents) {
    const kinds = inventoried.filter(({ hasPolicy }) => content === 'RESOURCE' || hasPolicy);
    for (let at = 0; at < kinds.length; at += BATCH) {
      const batch = kinds.slice(at, at + BATCH);
      const types = batch.flatMap(({ assets }) => assets).filter((type) => !collection.unknownAssets.has(type));
      const outcome = await run.list(content, types, at === 0);
      if (outcome === 'refused') return null;
      await run.close(
        content,
        batch.filter((kind) => !run.isUnknown(kind)),
        outcome,
      );
    }
  }
  return run.result();
}

/** `refused`: nothing at all is told. A CallError: it broke off. */
type Outcome = 'done' | 'refused' | CallError;

class InventoryRun {
  readonly #collection: Collection;
  readonly #scope: InventoryScope;
  readonly #accounts: ReadonlyMap<string, Account>;
  readonly #numbers: ReadonlyMap<string, string>;
  readonly #told = new Set<string>();
  readonly #things = new Map<string, Json[]>();

  constructor(collection: Collection, scope: InventoryScope) {
    this.#collection = collection;
    this.#scope = scope;
    this.#accounts = new Map(scope.accounts.map((each) => [each.name, each]));
    this.#numbers = new Map(scope.accounts.flatMap(({ name, number }) => (number === null ? [] : [[number, name] as const])));
  }

  result(): Inventory {
    const listed = new Set(inventoried.filter((kind) => !this.isUnknown(kind)).map(({ call }) => call));
    return { listed, things: (account, call) => this.#things.get(`${account} ${call}`) ?? [] };
  }

  /** Of several types of one kind the first is the main one. */
  isUnknown({ assets }: GcpSource): boolean {
    return assets[0] !== undefined && this.#collection.unknownAssets.has(assets[0]);
  }

  /** A type that the inventory does not know spoils the whole request: then each half is asked for alone. */
  async list(content: Content, types: readonly string[], isFirst: boolean): Promise<Outcome> {
    if (types.length === 0) return 'done';
    let pageToken: string | undefined;
    const seen = new Set<string>();
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const answer = await this.#page(content, types, pageToken);
      if ('code' in answer) {
        if (answer.code === 'INVALID_ARGUMENT' && page === 0) return await this.#halves(content, types, answer);
        if (page > 0 || !isFirst || !isRefusal(answer)) return answer;
        this.#noteGap(content, answer);
        return 'refused';
      }
      pageToken = answer.next;
      if (pageToken === undefined || pageToken === '') return 'done';
      if (seen.has(pageToken)) return { code: 'REPEATED_PAGE', message: 'the inventory gives the same page again and again' };
      seen.add(pageToken);
    }
    return { code: 'TOO_MANY_PAGES', message: `the inventory has more than ${MAX_PAGES} pages` };
  }

  /** What has been told of every account, also that it has nothing; or that it is not known. */
  async close(content: Content, kinds: readonly GcpSource[], outcome: Outcome): Promise<void> {
    const { parent } = this.#scope;
    if (typeof outcome === 'object') this.#noteGap(content, outcome);
    for (const account of this.#accounts.keys())
      for (const kind of kinds) {
        const call = content === 'RESOURCE' ? kind.call : `${kind.call}${POLICY_SUFFIX}`;
        const request = content === 'RESOURCE' ? { parent, contentType: content } : ALL_POLICIES;
        if (typeof outcome === 'object') await this.#recordError(account, call, request, outcome);
        else if (content === 'IAM_POLICY') await this.#collection.keep({ account, call, request }, {});
        else if (!this.#told.has(`${account} ${call}`)) await this.#collection.keep({ account, call, request }, { assets: [] });
      }
  }

  #noteGap(content: Content, { code, permission }: CallError): void {
    const scope = ['gcp', accountOfParent(this.#scope.parent), 'global', 'cloudasset.googleapis.com'].join(':');
    this.#collection.gap({ scope, operation: `assets.${content}`, reason: code, permission: permission ?? PERMISSIONS[content] });
  }

  async #recordError(account: string, call: string, request: JsonObject, error: CallError): Promise<void> {
    const at = this.#collection.environment.now().toISOString();
    await this.#collection.environment.sink.record(this.#collection.place(account, call), { request, at, error });
  }

  async #halves(content: Content, types: readonly string[], error: CallError): Promise<Outcome> {
    const [only] = types;
    if (types.length === 1 && only !== undefined) {
      this.#collection.unknownAssets.add(only);
      return 'done';
    }
    const middle = Math.ceil(types.length / 2);
    for (const half of [types.slice(0, middle), types.slice(middle)]) {
      const outcome = await this.list(content, half, false);
      if (outcome !== 'done') return outcome === 'refused' ? error : outcome;
    }
    return 'done';
  }

  /** One page, handed over to the accounts that its assets belong to. After a stop those pages are read again from the records. */
  async #page(
    content: Content,
    types: readonly string[],
    pageToken: string | undefined,
  ): Promise<{ readonly next: string | undefined } | CallError> {
    const { parent } = this.#scope;
    const request: JsonObject = { parent, contentType: content, assetTypes: types, ...(pageToken !== undefined && { pageToken }) };
    const query = new URLSearchParams([
      ['contentType', content],
      ['pageSize', '1000'],
      ...types.map((type): [string, string] => ['assetTypes', type]),
      ...(pageToken === undefined ? [] : [['pageToken', pageToken] satisfies [string, string]]),
    ]);
    const { sink } = this.#collection.environment;
    const place = this.#collection.place(accountOfParent(parent), ASSETS);
    const before = sink.recorded(place, request);
    if (before?.response !== undefined) {
      this.#remember(content, before.response, pageToken);
      return { next: textOf(before.response, 'nextPageToken') };
    }
    const answer = await this.#collection.client.call({
      url: `${API}/${parent}/assets?${query.toString()}`,
      permission: PERMISSIONS[content],
      about: this.#scope.accounts.flatMap(({ name, number }) => [name, number ?? name]),
      bucket: `gcp:${accountOfParent(parent)}:global:cloudasset.googleapis.com`,
      operation: `gcp:${ASSETS}`,
    });
    if (answer.error) {
      // That a type is not known is found out and worked around: no gap.
      if (answer.error.code !== 'INVALID_ARGUMENT') await this.#recordError(accountOfParent(parent), ASSETS, request, answer.error);
      return answer.error;
    }
    const handed = content === 'RESOURCE' ? await this.#resources(answer.json, pageToken) : await this.#policies(answer.json);
    const next = textOf(answer.json, 'nextPageToken');
    await sink.record(place, {
      request,
      at: this.#collection.environment.now().toISOString(),
      // The assets themselves are records of their accounts.
      response: { ...(next !== undefined && { nextPageToken: next }), readTime: textOf(answer.json, 'readTime') ?? null, handed },
    });
    return { next };
  }

  async #resources(page: JsonObject, pageToken: string | undefined): Promise<Json> {
    const { redact } = this.#collection.environment;
    const byPlace = new Map<string, { account: string; call: string; assets: Json[] }>();
    for (const each of itemsAt(page, 'assets')) {
      const found = this.#whose(each);
      if (!found) continue;
      const { account, kind, asset } = found;
      const resource = memberOf(asset, 'resource');
      const data = memberOf(resource, 'data');
      const plain = {
        ...asset,
        resource: { ...(isJsonObject(resource) && resource), data: withoutSecrets(kind.call, data ?? {}, redact) },
      };
      const place = byPlace.get(`${account} ${kind.call}`) ?? { account, call: kind.call, assets: [] };
      place.assets.push(plain);
      byPlace.set(`${account} ${kind.call}`, place);
    }
    for (const { account, call, assets } of byPlace.values()) {
      await this.#collection.keep({ account, call, request: this.#requestOf(pageToken, assets) }, { assets });
      this.#keepThings(account, call, assets);
    }
    return [...byPlace.values()].map(({ account, call, assets }) => ({ account, call, first: textOf(assets[0], 'name') ?? '' }));
  }

  /** Unique for each page: the first asset tells pages with the same token (of several batches) apart. */
  #requestOf(pageToken: string | undefined, assets: readonly Json[]): JsonObject {
    const first = textOf(assets[0], 'name') ?? '';
    return { parent: this.#scope.parent, contentType: 'RESOURCE', ...(pageToken !== undefined && { pageToken }), first };
  }

  async #policies(page: JsonObject): Promise<Json> {
    for (const each of itemsAt(page, 'assets')) {
      const found = this.#whose(each);
      const policy = found && memberOf(found.asset, 'iamPolicy');
      if (!found || policy === undefined || policy === null) continue;
      const call = `${found.kind.call}${POLICY_SUFFIX}`;
      await this.#collection.keep({ account: found.account, call, request: { resource: textOf(found.asset, 'name') ?? '' } }, policy);
    }
    return [];
  }

  #whose(json: Json): { readonly account: string; readonly kind: GcpSource; readonly asset: JsonObject } | null {
    const asset = asAsset(json);
    const kind = kindOfAsset(textOf(asset ?? undefined, 'assetType') ?? '');
    if (!asset || !kind) return null;
    const account = accountOfAsset(textOf(asset, 'name') ?? '', itemsAt(asset, 'ancestors').map(String), this.#numbers);
    // Projects that nobody asked for (those being deleted, of Apps Script) are left out.
    if (account === null) return null;
    const isAsked = this.#accounts.has(account);
    const only = this.#scope.accounts.length === 1 ? this.#scope.accounts[0] : undefined;
    return isAsked ? { account, kind, asset } : only && this.#scope.parent === only.parent ? { account: only.name, kind, asset } : null;
  }

  #keepThings(account: string, call: string, assets: readonly Json[]): void {
    this.#told.add(`${account} ${call}`);
    const needing = this.#needing(call);
    if (needing.length === 0) return;
    const things = this.#things.get(`${account} ${call}`) ?? [];
    for (const asset of assets) {
      const body = memberOf(memberOf(asset, 'resource'), 'data') ?? {};
      if (needing.some(({ when }) => when?.(body) ?? true)) things.push(body);
    }
    this.#things.set(`${account} ${call}`, things);
  }

  /** Listings about things of this call that the inventory does not tell of: only for these are things kept in memory. */
  #needing(call: string): readonly GcpListing[] {
    return gcpListings.filter(
      (each) => each.within === call && !inventoried.some((kind) => kind.call === each.call && !this.isUnknown(kind)),
    );
  }

  /** What a page that was already recorded had handed over. */
  #remember(content: Content, response: Json, pageToken: string | undefined): void {
    if (content !== 'RESOURCE') return;
    for (const each of itemsAt(response, 'handed')) {
      const account = textOf(each, 'account') ?? '';
      const call = textOf(each, 'call') ?? '';
      const request = {
        parent: this.#scope.parent,
        contentType: content,
        ...(pageToken !== undefined && { pageToken }),
        first: textOf(each, 'first') ?? '',
      };
      const record = this.#collection.environment.sink.recorded(this.#collection.place(account, call), request);
      this.#keepThings(account, call, itemsAt(record?.response, 'assets'));
    }
  }
}

function isRefusal({ code }: CallError): boolean {
  return ['PERMISSION_DENIED', 'SERVICE_DISABLED', 'SERVICE_DISABLED_FOR_CALLER', 'VPC_SERVICE_CONTROLS', 'NOT_FOUND'].includes(code);
}
