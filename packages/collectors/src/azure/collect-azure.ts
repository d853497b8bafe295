/** Collects Azure: which subscriptions there are, all that is asked of each, and the directory. */
import type { AzureCall, CallPlace, CoverageGap, GraphCall, Json } from '@kumomori/model';
import {
  GLOBAL_REGION,
  GRAPH,
  azureCalls,
  azurePathOf,
  azurePermissionOf,
  azurePlaceOf,
  azureRequestOf,
  everythingCall,
  graphCalls,
  graphRequestOf,
  isAbsentInAzure,
  meetsCondition,
  subscriptionCall,
  textOf,
} from '@kumomori/model';
import { BudgetSpent } from '../budget.ts';
import type { CollectEnvironment, CollectOutcome, CollectedScope } from '../collecting.ts';
import { CollectError } from '../collecting.ts';
import type { Asking, Question } from './ask.ts';
import { ask } from './ask.ts';
import type { Job } from './jobs.ts';
import { runJobs } from './jobs.ts';
import { RestClient } from './rest-client.ts';
import type { AzureTokens } from './tokens.ts';
import { claimsOf, defaultTokens } from './tokens.ts';

export interface AzureOptions {
  /** Ids; all that the principal sees without. */
  readonly subscriptions?: readonly string[];
  /** Of the credentials; also names the directory when the token does not. */
  readonly tenant?: string;
  /** False: Microsoft Graph is not asked. */
  readonly directory?: boolean;
  /** Azure Resource Manager of another cloud: `https://management.chinacloudapi.cn`. */
  readonly endpoint?: string;
  readonly graphEndpoint?: string;
  /** Instead of the chain of @azure/identity. */
  readonly token?: AzureTokens;
  /** Until an answer counts as lost. */
  readonly timeoutMs?: number;
}

/** Calls under way; the budget decides how many of them are made. */
const JOBS = 16;

/** Throws CollectError when nobody can be asked at all, or the collection is stopped; whatever else fails is a gap. */
export async function collectAzure(options: AzureOptions, env: CollectEnvironment): Promise<CollectOutcome> {
  const collection = new Collection(options, env);
  const scopes: CollectedScope[] = [];
  try {
    const subscriptions = await collection.subscriptions();
    if (options.directory !== false) scopes.push(scopeOf(collection.tenant));
    const jobs = subscriptions.map((id): Job => collection.subscription(id, () => void scopes.push(scopeOf(id))));
    if (options.directory !== false) jobs.push(...collection.directory());
    await runJobs(jobs, JOBS, ({ done, total }) =>
      env.onProgress({ provider: 'azure', scope: collection.tenant, callsMade: env.budget.made, done, total }),
    );
  } catch (error) {
    if (env.signal.aborted) throw new CollectError('stopped', 'the collection was stopped', error);
    if (!(error instanceof BudgetSpent)) throw error;
    collection.gap({ scope: `azure:${collection.tenant}`, operation: '*', reason: 'BudgetSpent', permission: null });
  }
  return { principal: collection.principal, scopes, gaps: collection.gaps };
}

function scopeOf(account: string): CollectedScope {
  return { provider: 'azure', account, regions: [GLOBAL_REGION] };
}

class Collection {
  principal: string | null = null;
  tenant = 'tenant';
  readonly #options: AzureOptions;
  readonly #env: CollectEnvironment;
  readonly #manager: RestClient;
  readonly #graph: RestClient;
  readonly #tokens: AzureTokens;
  readonly #managerOrigin: string;
  readonly #graphOrigin: string;
  readonly #gaps = new Map<string, CoverageGap>();

  constructor(options: AzureOptions, env: CollectEnvironment) {
    this.#options = options;
    this.#env = env;
    this.#managerOrigin = originOf(options.endpoint ?? 'https://management.azure.com');
    this.#graphOrigin = originOf(options.graphEndpoint ?? 'https://graph.microsoft.com');
    this.#tokens = options.token ?? defaultTokens({ tenant: options.tenant, now: env.now });
    const shared = { tokens: this.#tokens, env, ...(options.timeoutMs !== undefined && { timeoutMs: options.timeoutMs }) };
    this.#manager = new RestClient({ ...shared, origin: this.#managerOrigin });
    this.#graph = new RestClient({ ...shared, origin: this.#graphOrigin });
  }

  /** The same call refused for many things is one gap. */
  get gaps(): readonly CoverageGap[] {
    return [...this.#gaps.values()].sort((a, b) => (a.scope + a.operation < b.scope + b.operation ? -1 : 1));
  }

  gap(gap: CoverageGap): void {
    this.#gaps.set(JSON.stringify(gap), gap);
  }

  /** Ids of the subscriptions to collect. Throws CollectError when there is no token. */
  async subscriptions(): Promise<readonly string[]> {
    const claims = claimsOf(await this.#tokens(this.#managerOrigin, { refresh: false }));
    this.principal = claims.principal;
    this.tenant = this.#options.tenant ?? claims.tenant ?? this.tenant;
    const given = this.#options.subscriptions;
    const bad = given?.find((id) => !/^[0-9a-f-]{36}$/i.test(id));
    if (bad !== undefined) throw new CollectError('usage', `${bad} is no id of a subscription`);
    if (given && given.length > 0) return [...new Set(given.map((id) => id.toLowerCase()))];
    const found: string[] = [];
    const { apiVersion } = subscriptionCall;
    const question: Question = {
      ...this.#question({ ...subscriptionCall, path: '/subscriptions' }, '', this.tenant),
      request: (page) => ({ path: '/subscriptions', 'api-version': apiVersion, ...(page > 1 && { page }) }),
      isSingle: false,
    };
    for await (const page of this.#pages(question, this.#manager))
      found.push(...page.flatMap((each) => textOf(each, 'subscriptionId')?.toLowerCase() ?? []));
    return found;
  }

  /** First what there is, then everything that is asked of what there is. */
  subscription(id: string, entered: () => void): Job {
    return async (more) => {
      const about = `/subscriptions/${id}`;
      const [own] = await this.#all(this.#question(subscriptionCall, about, id));
      if (own === undefined) return;
      entered();
      const listing = ask(this.#question(everythingCall, about, id), this.#asking(this.#manager));
      const types = new Set<string>();
      let step = await listing.next();
      for (; !step.done; step = await listing.next()) for (const each of step.value) types.add((textOf(each, 'type') ?? '').toLowerCase());
      const isComplete = step.value;
      for (const call of azureCalls) {
        const isKnown = call.type === subscriptionCall.type || call.type === everythingCall.type;
        if (call.of || isKnown || (call.whenListed && isComplete && !types.has(call.type.toLowerCase()))) continue;
        more(this.#listing(call, about, id));
      }
    };
  }

  directory(): readonly Job[] {
    return graphCalls.filter(({ of }) => of === undefined).map((call) => this.#directoryListing(call, ''));
  }

  /** One call, and those about each thing in its answer. */
  #listing(call: AzureCall, about: string, account: string): Job {
    return async (more) => {
      for await (const page of this.#pages(this.#question(call, about, account), this.#manager)) {
        for (const item of call.detail ? [] : page) {
          const id = textOf(item, 'id');
          if (id?.startsWith('/') !== true) continue;
          for (const next of azureCalls)
            if (next.of?.includes(call.type) && meetsCondition(item, next.when)) more(this.#listing(next, id, account));
        }
      }
    };
  }

  #directoryListing(call: GraphCall, about: string): Job {
    return async (more) => {
      for await (const page of this.#pages(this.#graphQuestion(call, about), this.#graph)) {
        for (const item of page) {
          const id = textOf(item, 'id');
          for (const next of graphCalls) if (next.of === call.operation && id !== undefined) more(this.#directoryListing(next, id));
        }
      }
    };
  }

  #question(call: AzureCall, about: string, account: string): Question {
    const url = new URL(this.#managerOrigin);
    url.pathname = azurePathOf(call, about);
    url.search = new URLSearchParams({ 'api-version': call.apiVersion, ...call.query }).toString();
    return {
      place: { provider: 'azure', account, region: GLOBAL_REGION, ...azurePlaceOf(call) },
      // Limits of Resource Manager are those of a subscription, whatever the service.
      bucket: `azure:${account}:arm`,
      permission: azurePermissionOf(call),
      request: (page) => azureRequestOf(call, about, page),
      url,
      isSingle: call.single === true || call.detail === true,
      next: 'nextLink',
      redact: call.redact ?? redactions.get(call.type) ?? [],
      isAbsent: (code) => isAbsentInAzure(call, code),
    };
  }

  #graphQuestion(call: GraphCall, about: string): Question {
    const place: CallPlace = { provider: 'azure', account: this.tenant, region: GLOBAL_REGION, service: GRAPH, operation: call.operation };
    const url = new URL(this.#graphOrigin);
    url.pathname = call.path.replace('{id}', encodeURIComponent(about));
    url.search = new URLSearchParams(call.query ?? {}).toString();
    return {
      place,
      bucket: `azure:${this.tenant}:graph`,
      permission: call.permission,
      request: (page) => graphRequestOf(call, about, page),
      url,
      isSingle: call.single === true,
      next: '@odata.nextLink',
      redact: call.redact ?? [],
      isAbsent: (code) => isAbsentInAzure({}, code),
    };
  }

  #asking(client: RestClient): Asking {
    return { client, env: this.#env, gap: (gap) => this.gap(gap) };
  }

  #pages(question: Question, client: RestClient): AsyncGenerator<readonly Json[], boolean> {
    this.#env.signal.throwIfAborted();
    return ask(question, this.#asking(client));
  }

  async #all(question: Question): Promise<readonly Json[]> {
    const found: Json[] = [];
    for await (const page of this.#pages(question, this.#manager)) found.push(...page);
    return found;
  }
}

/** Secrets of a type are secrets in each answer about it. */
const redactions = new Map(azureCalls.flatMap(({ type, redact }) => (redact ? [[type, redact] as const] : [])));

/** Tokens go where the endpoint says: never over a line that others can read. */
function originOf(endpoint: string): string {
  const url = URL.parse(endpoint);
  const isLocal = url !== null && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url === null || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)))
    throw new CollectError('usage', `${endpoint} is no address that begins with https://`);
  return url.origin;
}
