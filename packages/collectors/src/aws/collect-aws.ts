/** Collects AWS accounts: who we are, which accounts and regions there are, then every service of each. */
import type { CoverageGap, JsonObject } from '@kumomori/model';
import { GLOBAL_REGION, textOf } from '@kumomori/model';
import type { CollectEnvironment, CollectOutcome, CollectedScope } from '../collecting.ts';
import { CollectError } from '../collecting.ts';
import type { AwsConnection } from './aws-client.ts';
import { openClient } from './aws-client.ts';
import type { AwsCredentials } from './credentials.ts';
import { credentialsFor } from './credentials.ts';
import { runService } from './run-service.ts';
import { awsServices } from './services.generated.ts';
import type { AwsService } from './service.ts';
import { defineService } from './service.ts';

export interface AwsOptions {
  readonly profile?: string;
  /** Only these; all enabled regions without. */
  readonly regions?: readonly string[];
  /** Only these, as snapshots name them; all without. */
  readonly services?: readonly string[];
  /** Accounts to enter through `roleName`; every active account of the organization with `organization`. The own account without both. */
  readonly accounts?: readonly string[];
  readonly organization?: boolean;
  readonly roleName?: string;
  readonly externalId?: string;
  /** Of an emulator. */
  readonly endpoint?: string;
}

/** Account, service and region jobs at the same time; the budget decides how many calls that makes. */
const JOBS = 6;

const sts = defineService({
  id: 'sts',
  load: async () => await import('@aws-sdk/client-sts'),
  client: 'STSClient',
  scope: 'global',
  calls: [{ operation: 'GetCallerIdentity' }],
});
const regionsOfEc2 = defineService({
  id: 'ec2',
  load: async () => await import('@aws-sdk/client-ec2'),
  client: 'EC2Client',
  scope: 'global',
  calls: [{ operation: 'DescribeRegions' }],
});
const organizations = defineService({
  id: 'organizations',
  load: async () => await import('@aws-sdk/client-organizations'),
  client: 'OrganizationsClient',
  scope: 'global',
  calls: [{ operation: 'ListAccounts' }],
});

/** Throws CollectError when nobody can be asked at all; whatever else fails is a gap. */
export async function collectAws(options: AwsOptions, env: CollectEnvironment): Promise<CollectOutcome> {
  const services = chosenServices(options.services);
  const credentials = await credentialsFor(options);
  const own = await whoAmI(credentials, options, env);
  const gaps: CoverageGap[] = [];
  const accounts = await accountsOf(own.connection, { options, env, gaps });
  const scopes: CollectedScope[] = [];
  const jobs: (() => Promise<void>)[] = [];
  for (const account of accounts) {
    if (!isTouched(account, env)) continue;
    const connection = await connectionTo(account, { own: own.connection, credentials, options, env, gaps });
    if (connection === null) continue;
    const regions = options.regions ?? (await regionsOf(connection, { env, gaps }));
    scopes.push({ provider: 'aws', account, regions });
    for (const service of services) {
      for (const region of service.scope === 'global' ? [GLOBAL_REGION] : regions) {
        if (!touches(env, { account, region, service: service.id })) continue;
        jobs.push(async () => {
          gaps.push(...(await runService(service, region, { connection, env })));
        });
      }
    }
  }
  await runJobs(jobs, env);
  return { principal: own.principal, scopes, gaps: gaps.sort(byScope) };
}

/** False: audit events tell all that changed, and nothing did there. */
function touches(
  { earlier }: CollectEnvironment,
  place: { readonly account: string; readonly region: string; readonly service: string },
): boolean {
  return earlier?.changes?.touches({ provider: 'aws', ...place }) ?? true;
}

function isTouched(account: string, { earlier }: CollectEnvironment): boolean {
  const changed = earlier?.changes?.accounts;
  return changed === undefined || changed.has(account) || changed.has(null);
}

/** Every service that can be asked, or those of the given names. */
export function chosenServices(names: readonly string[] | undefined): readonly AwsService[] {
  if (!names) return [sts, ...awsServices];
  const known = new Map(awsServices.map((service) => [service.id, service]));
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined)
    throw new CollectError('usage', `${unknown} is no service that is collected; known: ${[...known.keys()].sort().join(', ')}`);
  return [sts, ...names.flatMap((name) => known.get(name) ?? [])];
}

async function runJobs(jobs: readonly (() => Promise<void>)[], env: CollectEnvironment): Promise<void> {
  const queue = jobs.values();
  let done = 0;
  const worker = async (): Promise<void> => {
    for (const job of queue) {
      env.signal.throwIfAborted();
      await job();
      done += 1;
      env.onProgress({ provider: 'aws', scope: '', callsMade: env.budget.made, done, total: jobs.length });
    }
  };
  await Promise.all(Array.from({ length: Math.min(JOBS, jobs.length) }, worker));
}

interface Own {
  readonly principal: string;
  readonly connection: AwsConnection;
}

async function whoAmI(credentials: AwsCredentials, options: AwsOptions, env: CollectEnvironment): Promise<Own> {
  const unknown: AwsConnection = { account: 'unknown', partition: 'aws', credentials: credentials.own, endpoint: options.endpoint ?? null };
  // The account is not known before: what STS says of it is recorded with the account's other answers.
  const silent: CollectEnvironment = { ...env, sink: { record: async () => {}, recorded: () => null } };
  const answer = await firstPage(sts, 'GetCallerIdentity', { connection: unknown, env: silent });
  if ('code' in answer) throw new CollectError('credentials', whyUnknown(String(answer.code), String(answer.message)));
  const principal = textOf(answer, 'Arn') ?? '';
  const account = textOf(answer, 'Account') ?? '';
  return { principal, connection: { ...unknown, account, partition: principal.split(':')[1] ?? 'aws' } };
}

/** `CredentialsProviderError`: the SDK's own, when no place that it looks at has credentials, or those there cannot be used. */
function whyUnknown(code: string, message: string): string {
  if (code === 'CredentialsProviderError')
    return `no credentials for AWS were found in the environment, profiles, SSO or on this machine (${message})`;
  return `AWS does not know who asks: ${code} (${message})`;
}

interface Asking {
  readonly env: CollectEnvironment;
  readonly gaps: CoverageGap[];
}

async function accountsOf(
  own: AwsConnection,
  { options, env, gaps }: Asking & { readonly options: AwsOptions },
): Promise<readonly string[]> {
  const named = options.accounts ?? [];
  const bad = named.find((account) => !/^\d{12}$/.test(account));
  if (bad !== undefined) throw new CollectError('usage', `${bad} is no AWS account: 12 digits are expected`);
  if (options.organization !== true && named.length === 0 && env.earlier) return env.earlier.accounts;
  if (options.organization !== true) return named.length > 0 ? named : [own.account];
  const found = new Set<string>(named);
  const client = await openClient(organizations, GLOBAL_REGION, { connection: own, env });
  try {
    const place = { account: own.account, region: GLOBAL_REGION, service: organizations.id };
    const pages = client.pages('ListAccounts', {}, { redact: [], maxPages: 1000, mayReuse: !touches(env, place) });
    for (;;) {
      const { value, done } = await pages.next();
      if (done) {
        if (value !== null)
          gaps.push({
            scope: `aws:${own.account}:global:organizations`,
            operation: 'ListAccounts',
            reason: value.code,
            permission: 'organizations:ListAccounts',
          });
        break;
      }
      for (const account of (value['Accounts'] ?? []) as readonly JsonObject[]) {
        const id = textOf(account, 'Id');
        if (id !== undefined && textOf(account, 'Status') === 'ACTIVE') found.add(id);
      }
    }
  } finally {
    client.close();
  }
  return found.size > 0 ? [...found] : [own.account];
}

/** Null when the account cannot be entered, which is a gap. */
async function connectionTo(
  account: string,
  { own, credentials, options, env, gaps }: Asking & { own: AwsConnection; credentials: AwsCredentials; options: AwsOptions },
): Promise<AwsConnection | null> {
  if (account === own.account && (options.roleName === undefined || options.organization === true)) return own;
  const role = options.roleName ?? 'OrganizationAccountAccessRole';
  const arn = `arn:${own.partition}:iam::${account}:role/${role}`;
  const connection = { ...own, account, credentials: credentials.assuming(arn) };
  const answer = await firstPage(sts, 'GetCallerIdentity', { connection, env });
  if (!('code' in answer)) return connection;
  gaps.push({
    scope: `aws:${account}:global:sts`,
    operation: 'AssumeRole',
    reason: String(answer.code),
    permission: `sts:AssumeRole ${arn}`,
  });
  return null;
}

/** Enabled regions; those of a commercial account that cannot be turned off when nobody may say which are. */
async function regionsOf(connection: AwsConnection, { env, gaps }: Asking): Promise<readonly string[]> {
  const answer = await firstPage(regionsOfEc2, 'DescribeRegions', { connection, env });
  if ('code' in answer) {
    gaps.push({
      scope: `aws:${connection.account}:global:ec2`,
      operation: 'DescribeRegions',
      reason: String(answer.code),
      permission: 'ec2:DescribeRegions',
    });
    return ['us-east-1'];
  }
  return ((answer['Regions'] ?? []) as readonly JsonObject[]).flatMap((region) => textOf(region, 'RegionName') ?? []).sort();
}

/** The answer, or the error as an object with `code` and `message`. */
async function firstPage(
  service: AwsService,
  operation: string,
  { connection, env }: { readonly connection: AwsConnection; readonly env: CollectEnvironment },
): Promise<JsonObject | { readonly code: string; readonly message: string }> {
  const client = await openClient(service, GLOBAL_REGION, { connection, env });
  // Who asks has to be asked: it tells whether the credentials work.
  const mayReuse = service.id !== sts.id && !touches(env, { account: connection.account, region: GLOBAL_REGION, service: service.id });
  try {
    const { value, done } = await client.pages(operation, {}, { redact: [], maxPages: 1, mayReuse }).next();
    if (!done) return value;
    return { code: value?.code ?? 'NoAnswer', message: value?.message ?? 'no answer' };
  } catch (error) {
    if (error instanceof Error && error.name !== 'AbortError') return { code: error.name, message: error.message };
    throw error;
  } finally {
    client.close();
  }
}

function byScope(a: CoverageGap, b: CoverageGap): number {
  const [one, other] = [`${a.scope} ${a.operation}`, `${b.scope} ${b.operation}`];
  return one < other ? -1 : one > other ? 1 : 0;
}
