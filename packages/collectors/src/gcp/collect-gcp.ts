/** Google Cloud: which accounts there are, what the inventory tells of them, and what only the services themselves do. */
import type { CollectEnvironment, CollectOutcome } from '../collecting.ts';
import { CollectError } from '../collecting.ts';
import { BudgetSpent } from '../budget.ts';
import { defaultCredentials } from './auth.ts';
import type { TokenProvider } from './client.ts';
import { GcpClient } from './client.ts';
import type { Account } from './collection.ts';
import { Collection, forEach } from './collection.ts';
import type { Hierarchy } from './hierarchy.ts';
import { Ancestors, hierarchyOf } from './hierarchy.ts';
import type { Inventory } from './inventory.ts';
import { collectInventory } from './inventory.ts';
import { collectListings, levelOf } from './listings-of-account.ts';

export interface GcpOptions {
  /** Ids of projects; without any of these three every project that the caller may see. */
  readonly projects?: readonly string[] | undefined;
  /** Number of an organization, with everything below it. */
  readonly organization?: string | undefined;
  /** Number of a folder, with everything below it. */
  readonly folder?: string | undefined;
  /** Base URL of the API with a host name; tests have servers of their own. */
  readonly endpoint?: ((host: string) => string) | undefined;
  /** Instead of the application default credentials. */
  readonly token?: TokenProvider | undefined;
  /** Milliseconds until an answer must be there. */
  readonly timeoutMs?: number | undefined;
  /** Bytes of one answer. */
  readonly maxBytes?: number | undefined;
}

/** Accounts looked at together. */
const PARALLEL = 4;

/** Reads only. Refusals are gaps; throws CollectError when nobody can ask at all, the options make no sense, or the user stopped it. */
export async function collectGcp(options: GcpOptions, environment: CollectEnvironment): Promise<CollectOutcome> {
  const { token, endpoint, timeoutMs, maxBytes } = options;
  const credentials = token ? { token, principal: null, quotaProject: null } : await defaultCredentials();
  const client = new GcpClient({
    environment,
    token: credentials.token,
    quotaProject: credentials.quotaProject,
    endpoint,
    timeoutMs,
    maxBytes,
  });
  const collection = new Collection(client, environment);
  let hierarchy: Hierarchy = { scopes: [] };
  try {
    hierarchy = await hierarchyOf(collection, options);
    await collectAll(collection, hierarchy);
  } catch (error) {
    if (environment.signal.aborted) throw new CollectError('stopped', 'the collection was stopped', error);
    if (!(error instanceof BudgetSpent)) throw error;
    collection.gap({ scope: 'gcp', operation: '*', reason: 'BudgetSpent', permission: null });
  }
  if (environment.signal.aborted) throw new CollectError('stopped', 'the collection was stopped');
  const accounts = hierarchy.scopes.flatMap((scope) => scope.accounts);
  return {
    principal: credentials.principal,
    scopes: accounts.map(({ name }) => ({ provider: 'gcp' as const, account: name, regions: ['global'] })),
    gaps: collection.gaps,
  };
}

async function collectAll(collection: Collection, { scopes }: Hierarchy): Promise<void> {
  const ancestors = new Ancestors(collection);
  const total = scopes.reduce((sum, { accounts }) => sum + accounts.length, 0);
  let done = 0;
  const { budget, onProgress } = collection.environment;
  const finished = (account: Account): void => {
    done += 1;
    onProgress({ provider: 'gcp', scope: account.name, callsMade: budget.made, done, total });
  };
  await forEach(scopes, PARALLEL, async ({ parent, accounts }) => {
    const inventory = await collectInventory(collection, { parent, accounts });
    await forEach(accounts, PARALLEL, async (account) => {
      if (levelOf(account) === 'project') await ancestors.collect(account);
      await collectListings(collection, account, seenFrom(account, inventory));
      finished(account);
    });
  });
}

function seenFrom({ name }: Account, inventory: Inventory | null): Parameters<typeof collectListings>[2] {
  return { listed: inventory?.listed ?? new Set(), things: (call) => inventory?.things(name, call) ?? [] };
}
