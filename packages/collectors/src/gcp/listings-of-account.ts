/** One project, folder or organization, asked through the services' own APIs. */
import type { CallError, GcpSource, Json, JsonObject } from '@kumomori/model';
import { GLOBAL_REGION, POLICY_SUFFIX, entriesOf, gcpKinds, isJsonObject, lastPartOf, textOf } from '@kumomori/model';
import type { Account, Collection } from './collection.ts';
import { forEach } from './collection.ts';
import type { GcpListing, Level } from './listing.ts';
import { filled, split } from './listing.ts';
import { gcpListings } from './listings/index.ts';
import { mapItems } from './map-items.ts';
import { withoutSecrets } from './secrets.ts';

const kinds = new Map(gcpKinds.map((kind) => [kind.call, kind]));
const SERVICES = 'serviceusage.googleapis.com:services';
/** Listings asked at the same time within an account. */
const PARALLEL = 8;
/** Pages of one listing: more than any project has, and an end for servers that hand out tokens for ever. */
const MAX_PAGES = 10_000;
/** These answer whether they are switched on in the project or not. */
const ALWAYS_ON: ReadonlySet<string> = new Set(
  [
    ...['storage', 'iam', 'cloudresourcemanager', 'serviceusage', 'orgpolicy', 'essentialcontacts', 'accessapproval', 'bigquery'],
    ...['logging', 'policyanalyzer'],
  ].map((name) => `${name}.googleapis.com`),
);
/** Codes by which settings and things that were deleted meanwhile say that they are not there. */
const GONE: readonly string[] = ['NOT_FOUND'];

export interface FromInventory {
  /** Calls whose listings and policies Cloud Asset Inventory has answered for this account. */
  readonly listed: ReadonlySet<string>;
  /** Things that further listings are about. */
  things(call: string): readonly Json[];
}

/** Calls whose things have to be remembered, because others are asked about each of them. */
const remembered: ReadonlySet<string> = new Set(gcpListings.flatMap(({ within }) => within ?? []));

export async function collectListings(collection: Collection, account: Account, inventory: FromInventory): Promise<void> {
  const run = new AccountRun(collection, account, inventory);
  const own = gcpListings.filter(({ levels = ['project'] }) => levels.includes(levelOf(account)));
  await forEach(
    own.filter(({ call }) => call === SERVICES),
    1,
    async (listing) => void (await run.once(listing)),
  );
  await forEach(own, PARALLEL, async (listing) => void (await run.once(listing)));
}

export function levelOf({ parent }: Account): Level {
  return parent.startsWith('organizations/') ? 'organization' : parent.startsWith('folders/') ? 'folder' : 'project';
}

/** The things that a listing gave, or why it gave none. */
type Listed = { readonly things: readonly Json[]; readonly error: CallError | null };

class AccountRun {
  readonly #collection: Collection;
  readonly #account: Account;
  readonly #inventory: FromInventory;
  readonly #done = new Map<string, Promise<Listed>>();
  #enabled: ReadonlySet<string> | null = null;

  constructor(collection: Collection, account: Account, inventory: FromInventory) {
    this.#collection = collection;
    this.#account = account;
    this.#inventory = inventory;
  }

  /** Each listing is asked once, whoever needs it. */
  async once(listing: GcpListing): Promise<Listed> {
    const known = this.#done.get(listing.call);
    if (known) return await known;
    const asked = this.#run(listing);
    this.#done.set(listing.call, asked);
    return await asked;
  }

  async #run(listing: GcpListing): Promise<Listed> {
    const { call, within, always = false } = listing;
    const account = this.#account.name;
    if (this.#inventory.listed.has(call) && !always) return { things: this.#inventory.things(call), error: null };
    // What only leads to kinds that the inventory has told of need not be asked.
    if (!kinds.has(call) && remembered.has(call) && !this.#isNeeded(call)) return { things: [], error: null };
    if (this.#isOff(call)) {
      const error = { code: 'SERVICE_DISABLED', message: `${split(call).service} is not switched on` };
      await this.#collection.fail({ account, call, request: {} }, error);
      return { things: [], error };
    }
    if (within === undefined) return await this.#list(listing, undefined);
    const parent = gcpListings.find((each) => each.call === within && (each.levels ?? ['project']).includes(levelOf(this.#account)));
    const above = parent ? await this.once(parent) : { things: [], error: null };
    if (above.error) {
      await this.#collection.environment.sink.record(this.#collection.place(account, call), {
        request: { within },
        at: this.#collection.environment.now().toISOString(),
        error: above.error,
      });
      return { things: [], error: above.error };
    }
    const about = above.things.filter((each) => listing.when?.(each) ?? true);
    if (about.length === 0) await this.#collection.keep({ account, call, request: { within } }, {});
    const things: Json[] = [];
    await forEach(about, PARALLEL, async (item) => {
      things.push(...(await this.#list(listing, item)).things);
    });
    return { things, error: null };
  }

  #isNeeded(call: string): boolean {
    return gcpListings.some((each) => each.within === call && (!this.#inventory.listed.has(each.call) || this.#isNeeded(each.call)));
  }

  #isOff(call: string): boolean {
    const { service } = split(call);
    return this.#enabled !== null && !ALWAYS_ON.has(service) && !this.#enabled.has(service);
  }

  async #list(listing: GcpListing, item: Json | undefined): Promise<Listed> {
    const { call, permission, pages = 'pageSize' } = listing;
    const base = this.#fill(listing.url, item);
    if (base === null) return { things: [], error: null };
    const kind = kinds.get(call);
    const path = kind?.listed ?? listing.items ?? split(call).operation;
    const keepsThings = remembered.has(call) || call === SERVICES;
    const things: Json[] = [];
    const seen = new Set<string>();
    let pageToken: string | undefined;
    let error: CallError | null = null;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const answer = await this.#collection.ask({
        account: this.#account,
        call,
        request: { url: base, ...(pageToken !== undefined && { pageToken }) },
        url: pages === null ? base : paged(base, pages, { size: listing.pageSize ?? 500, pageToken }),
        permission,
        keep: (json) => this.#clean(json, { call, path }),
        absent: pages === null || item !== undefined || listing.mayBeMissing === true ? GONE : [],
      });
      if (answer.error) {
        error = item !== undefined && GONE.includes(answer.error.code) ? null : answer.error;
        break;
      }
      const found = entriesOf(answer.json, path).map(({ body }) => body);
      if (keepsThings) things.push(...found);
      await this.#policies(listing, found);
      pageToken = textOf(answer.json, pages === 'limit' ? 'metadata.continue' : 'nextPageToken');
      if (pages === null || pageToken === undefined || pageToken === '') break;
      if (seen.has(pageToken)) {
        error = { code: 'REPEATED_PAGE', message: 'the listing gives the same page again and again' };
        await this.#collection.fail({ account: this.#account.name, call, request: { url: base, pageToken, page } }, error);
        break;
      }
      seen.add(pageToken);
    }
    if (call === SERVICES && !error) this.#enabled = new Set(things.map((each) => lastPartOf(textOf(each, 'name') ?? '')));
    return { things: remembered.has(call) ? things : [], error };
  }

  async #policies({ call, policy }: GcpListing, things: readonly Json[]): Promise<void> {
    const kind = kinds.get(call);
    if (!policy) {
      if (kind?.hasPolicy === true && things.length > 0) this.#lackPolicies(call);
      return;
    }
    await forEach(things, PARALLEL, async (thing) => await this.#policyOf({ call, policy, kind }, thing));
  }

  /** Machines, disks, subnets: a call for each would be too many. */
  #lackPolicies(call: string): void {
    const { service, operation } = split(call);
    const scope = ['gcp', this.#account.name, GLOBAL_REGION, service].join(':');
    this.#collection.gap({
      scope,
      operation: `${operation}${POLICY_SUFFIX}`,
      reason: 'ASSET_INVENTORY_ONLY',
      permission: 'cloudasset.assets.listIamPolicy',
    });
  }

  async #policyOf(
    { call, policy, kind }: { call: string; policy: NonNullable<GcpListing['policy']>; kind: GcpSource | undefined },
    thing: Json,
  ): Promise<void> {
    const resource = kind?.idOf(thing, this.#account.name) ?? '';
    const url = this.#fill(policy.url, thing, resource);
    if (url === null) return;
    await this.#collection.ask({
      account: this.#account,
      call: `${call}${POLICY_SUFFIX}`,
      request: { resource },
      url,
      method: policy.method,
      ...(policy.method === 'POST' && { body: { options: { requestedPolicyVersion: 3 } } }),
      permission: policy.permission,
      absent: GONE,
    });
  }

  #fill(url: string, item?: Json, id = ''): string | null {
    const { name, parent } = this.#account;
    const number = /^(?:organizations|folders)\/(\d+)$/.exec(parent)?.[1];
    const path = /((?:projects|folders|organizations)\/.+)$/.exec(id)?.[1];
    return filled(url, { project: name, parent, number, id: path }, item);
  }

  #clean(json: JsonObject, { call, path }: { call: string; path: string }): JsonObject {
    const { redact } = this.#collection.environment;
    const cleaned = mapItems(json, path, (body) => withoutSecrets(call, body, redact));
    return isJsonObject(cleaned) ? cleaned : json;
  }
}

function paged(
  url: string,
  parameter: 'pageSize' | 'maxResults' | 'limit',
  { size, pageToken }: { readonly size: number; readonly pageToken: string | undefined },
): string {
  const token = parameter === 'limit' ? 'continue' : 'pageToken';
  const query = new URLSearchParams({ [parameter]: String(size), ...(pageToken !== undefined && { [token]: pageToken }) });
  return `${url}${url.includes('?') ? '&' : '?'}${query.toString()}`;
}
