/** Policies and settings by the resource they belong to. */
import type { AwsResourcePolicy, Estate, Known } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import { compilePolicy } from '../aws/index.ts';
import type { AclGrant, CompiledStatement, KmsGrant } from '../aws/index.ts';
import type { Policies } from './policies.ts';
import { accountIn } from './principals.ts';
import type { HeldPolicy } from './types.ts';

/** What decides on the resource's side. */
export interface ResourceSide {
  readonly policies: readonly HeldPolicy[];
  readonly account: string | null;
  readonly acl: readonly AclGrant[];
  readonly kmsGrants: readonly KmsGrant[];
  /** Switches of the bucket and its account together. */
  readonly block: { readonly ignorePublicAcls: Known<boolean>; readonly restrictPublicBuckets: Known<boolean> } | null;
}

/** ARNs by which names of resources are completed: `{R}` region, `{A}` account, `{T}` the text. */
const ARNS: Readonly<Record<string, string>> = {
  's3.bucket': 'arn:aws:s3:::{T}',
  's3.access-point': 'arn:aws:s3:{R}:{A}:accesspoint/{T}',
  'kms.key': 'arn:aws:kms:{R}:{A}:key/{T}',
  'sqs.queue': 'arn:aws:sqs:{R}:{A}:{T}',
  'secretsmanager.secret': 'arn:aws:secretsmanager:{R}:{A}:secret:{T}-~~~~~~',
  'ecr.repository': 'arn:aws:ecr:{R}:{A}:repository/{T}',
  'ecr-public.repository': 'arn:aws:ecr-public::{A}:repository/{T}',
  'efs.file-system': 'arn:aws:elasticfilesystem:{R}:{A}:file-system/{T}',
  'opensearch.domain': 'arn:aws:es:{R}:{A}:domain/{T}',
  'apigateway.rest-api': 'arn:aws:execute-api:{R}:{A}:{T}',
  'backup.vault': 'arn:aws:backup:{R}:{A}:backup-vault:{T}',
  'events.bus': 'arn:aws:events:{R}:{A}:event-bus/{T}',
  'mediastore.container': 'arn:aws:mediastore:{R}:{A}:container/{T}',
  'ses.identity': 'arn:aws:ses:{R}:{A}:identity/{T}',
  'ec2.vpc-endpoint': 'arn:aws:ec2:{R}:{A}:vpc-endpoint/{T}',
  'logs.destination': 'arn:aws:logs:{R}:{A}:destination:{T}',
  'lambda.function': 'arn:aws:lambda:{R}:{A}:function:{T}',
  'codeartifact.domain': 'arn:aws:codeartifact:{R}:{A}:domain/{T}',
};

export class Resources {
  readonly #policies = new Map<string, HeldPolicy[]>();
  readonly #accounts = new Map<string, string>();
  readonly #acls = new Map<string, AclGrant[]>();
  readonly #enforced = new Set<string>();
  readonly #grants = new Map<string, KmsGrant[]>();
  readonly #blocks = new Map<string, { ignorePublicAcls: Known<boolean>; restrictPublicBuckets: Known<boolean> }>();
  readonly #accountBlocks = new Map<string, { ignorePublicAcls: Known<boolean>; restrictPublicBuckets: Known<boolean> }>();
  readonly #sides = new Map<string, ResourceSide>();
  readonly #owners = new Map<string, string | null>();
  readonly #onlyAccount: string | null;

  constructor(estate: Estate, policies: Policies, accounts: ReadonlySet<string>) {
    const [only] = accounts;
    this.#onlyAccount = accounts.size === 1 && only !== undefined ? only : null;
    for (const { id, account } of estate.all('data-store')) if (id.startsWith('arn:')) this.#accounts.set(id, account);
    this.#addPolicies(estate, policies);
    this.#addLists(estate);
    this.#addGrants(estate);
  }

  /** Everything that has a policy, by ARN. */
  get withPolicy(): ReadonlySet<string> {
    return new Set(this.#policies.keys());
  }

  /** Roles' trust policies and others that are made elsewhere. */
  add(arn: string, held: HeldPolicy): void {
    this.#policies.set(arn, [...(this.#policies.get(arn) ?? []), held]);
    this.#owners.clear();
  }

  /** True when the service asked decides by something of this resource alone: a policy, a list, grants. O(parts of the ARN). */
  isSpecial(arn: string, service: string): boolean {
    const own = /^arn:[^:]*:([^:]*):/.exec(arn)?.[1] ?? '';
    if (own === 'iam') return service === 'sts';
    return own === 'kms' ? service === 'kms' : own === service && this.#ownerOf(arn) !== null;
  }

  /**
   * Whom the resource's side may let in for an action (lower case), as tokens that {@link tokensOf} gives for a principal: nobody else has to be
   * asked. So every principal can be held against every role.
   */
  admits(arn: string, action: string): ReadonlySet<string> {
    const side = this.sideOf(arn);
    if (side.acl.length > 0 || side.kmsGrants.length > 0) return ANYBODIES;
    const named = namedBy(side.policies, action);
    const trustsOnlyNamed = arn.startsWith('arn:aws:kms:') || /^arn:[^:]*:(?:kms:|iam::[^:]*:role\/)/.test(arn);
    return trustsOnlyNamed ? named : new Set([...named, `own:${side.account}`]);
  }

  /** Of an object that of its bucket, of a stage that of its API. */
  sideOf(arn: string): ResourceSide {
    const owner = this.#ownerOf(arn) ?? bucketOf(arn) ?? arn;
    const known = this.#sides.get(owner);
    if (known) return known;
    const account = accountIn(owner) ?? this.#accounts.get(owner) ?? this.#onlyAccount;
    const side: ResourceSide = {
      policies: this.#policies.get(owner) ?? [],
      account,
      acl: this.#enforced.has(owner) || !this.#acls.has(owner) ? [] : (this.#acls.get(owner) ?? []),
      kmsGrants: this.#grants.get(owner) ?? [],
      block: owner.startsWith('arn:aws:s3:::') ? joined(this.#blocks.get(owner), this.#accountBlocks.get(account ?? '')) : null,
    };
    this.#sides.set(owner, side);
    return side;
  }

  /** The longest beginning of an ARN that has a policy of its own; else what covers its service in the account. */
  #ownerOf(arn: string): string | null {
    const known = this.#owners.get(arn);
    if (known !== undefined) return known;
    const owner = this.#findOwner(arn);
    this.#owners.set(arn, owner);
    return owner;
  }

  #findOwner(arn: string): string | null {
    let at = arn;
    for (let step = 0; step < 8; step++) {
      if (this.#has(at)) return at;
      const cut = Math.max(at.lastIndexOf('/'), at.lastIndexOf(':'));
      if (cut === -1 || at.slice(0, cut).split(':').length < 6) break;
      at = at.slice(0, cut);
    }
    const [, , service, region, account] = arn.split(':', 5);
    if (service === undefined || account === undefined) return null;
    for (const rest of ['*', 'repository/*']) {
      const wide = `arn:aws:${service}:${region}:${account}:${rest}`;
      if (this.#has(wide)) return wide;
    }
    return null;
  }

  #has(arn: string): boolean {
    return this.#policies.has(arn) || this.#acls.has(arn) || this.#grants.has(arn);
  }

  #addPolicies(estate: Estate, policies: Policies): void {
    const defaults: [string, HeldPolicy][] = [];
    for (const entity of estate.all('aws.resource-policy')) {
      const arn = arnOf(entity, estate);
      if (arn === null) continue;
      this.#accounts.set(arn, entity.account);
      const held = policies.ofDocument(entity.document, { name: entity.node, place: entity.place, what: entity.node, isOfResource: true });
      if (!held) continue;
      if (entity.isDefault) defaults.push([arn, held]);
      else this.add(arn, held);
    }
    for (const [arn, held] of defaults) if (!this.#policies.has(arn)) this.add(arn, held);
  }

  #addLists(estate: Estate): void {
    for (const { resource, account, ignoreAcls, restrictBuckets } of estate.all('aws.s3-public-access')) {
      const switches = { ignorePublicAcls: ignoreAcls, restrictPublicBuckets: restrictBuckets };
      if (resource === undefined) this.#accountBlocks.set(account, switches);
      else if (typeof resource === 'string') this.#blocks.set(bucketArn(resource), switches);
    }
    const owned = new Map<string, string>();
    for (const { bucket, ownership, grants, account } of estate.all('aws.s3-acl')) {
      if (typeof bucket !== 'string') continue;
      const arn = bucketArn(bucket);
      this.#accounts.set(arn, account);
      if (typeof ownership === 'string') owned.set(arn, ownership);
      if (Array.isArray(grants))
        this.#acls.set(arn, [...(this.#acls.get(arn) ?? []), ...grants.map((each) => ({ ...each, on: 'bucket' as const }))]);
    }
    // Lists only count where the ownership says so: since April 2023 new buckets have none.
    for (const arn of this.#acls.keys())
      if (!['ObjectWriter', 'BucketOwnerPreferred'].includes(owned.get(arn) ?? '')) this.#enforced.add(arn);
  }

  #addGrants(estate: Estate): void {
    for (const { key, grantee, operations, encryptionContext, account, region } of estate.all('aws.key-grant')) {
      if (typeof key !== 'string' || typeof grantee !== 'string') continue;
      const arn = complete('kms.key', key, { account, region });
      const context = isUndecided(encryptionContext) ? undefined : encryptionContext;
      const grant: KmsGrant = { grantee, operations: operations.items, ...(context && { encryptionContext: context }) };
      this.#grants.set(arn, [...(this.#grants.get(arn) ?? []), grant]);
    }
  }
}

const ANYBODY = '*';
const ANYBODIES: ReadonlySet<string> = new Set([ANYBODY]);

/** What a principal is let in by. */
export function tokensOf(principal: { readonly id: string; readonly account: string }): readonly string[] {
  const known = tokens.get(principal);
  if (known) return known;
  const { id, account } = principal;
  const made = [ANYBODY, id, account, `own:${account}`, id.replace(/:(?:user|role)\/.*$/, ':root')];
  tokens.set(principal, made);
  return made;
}

const tokens = new WeakMap<object, readonly string[]>();

const namedIn = new WeakMap<CompiledStatement, ReadonlySet<string>>();

/** Principals that Allow statements about the action name; `*` also for what cannot be compared by text. */
function namedBy(policies: readonly HeldPolicy[], action: string): ReadonlySet<string> {
  const named = policies.flatMap(({ document }) => compilePolicy(document).candidates(action).allow.all).map(namedInStatement);
  const [only = NOBODY] = named;
  return named.length <= 1 ? only : new Set(named.flatMap((each) => [...each]));
}

const NOBODY: ReadonlySet<string> = new Set();

function namedInStatement(statement: CompiledStatement): ReadonlySet<string> {
  const known = namedIn.get(statement);
  if (known) return known;
  const named = new Set<string>();
  if (statement.principals?.not === true) named.add(ANYBODY);
  for (const { value } of statement.principals?.entries ?? []) {
    const isPlain = /^(?:\d{12}|arn:[^:]*:iam:.*)$/.test(value) && !/[*?￼]/.test(value);
    named.add(isPlain || !value.startsWith('arn:') ? value : ANYBODY);
    if (value.includes('￼')) named.add(ANYBODY);
  }
  namedIn.set(statement, named);
  return named;
}

function joined(
  one: { ignorePublicAcls: Known<boolean>; restrictPublicBuckets: Known<boolean> } | undefined,
  other: { ignorePublicAcls: Known<boolean>; restrictPublicBuckets: Known<boolean> } | undefined,
): ResourceSide['block'] {
  if (!one || !other) return one ?? other ?? null;
  const either = (a: Known<boolean>, b: Known<boolean>): Known<boolean> => (a === true || b === true ? true : isUndecided(a) ? a : b);
  return {
    ignorePublicAcls: either(one.ignorePublicAcls, other.ignorePublicAcls),
    restrictPublicBuckets: either(one.restrictPublicBuckets, other.restrictPublicBuckets),
  };
}

/** Null: it is not known whose policy it is. */
function arnOf({ resource, resourceKind, account, region }: AwsResourcePolicy, estate: Estate): string | null {
  if (typeof resource !== 'string') return null;
  if (resourceKind === 'kms.key' && resource.includes('alias/')) {
    const [alias] = estate.named('aws.key-alias', resource, { account });
    return typeof alias?.key === 'string' ? complete('kms.key', alias.key, { account, region }) : null;
  }
  return complete(resourceKind, resource, { account, region });
}

function complete(kind: string, text: string, { account, region }: { account: string; region: string | null }): string {
  const api = /^arn:aws[^:]*:apigateway:([^:]*)::\/restapis\/([^/]+)/.exec(text);
  if (kind === 'apigateway.rest-api' && api) return `arn:aws:execute-api:${api[1]}:${account}:${api[2]}`;
  if (text.startsWith('arn:')) return text;
  const queue = /^https:\/\/(?:sqs\.([^.]+)\.amazonaws\.com|([^.]+)\.queue\.amazonaws\.com)\/([^/]+)\/(.+)$/.exec(text);
  if (kind === 'sqs.queue' && queue) return `arn:aws:sqs:${queue[1] ?? queue[2]}:${queue[3]}:${queue[4]}`;
  const template = ARNS[kind];
  return template === undefined
    ? text
    : template
        .replace('{R}', () => region ?? '~region')
        .replace('{A}', () => account)
        .replace('{T}', () => text);
}

function bucketArn(text: string): string {
  return complete('s3.bucket', text, { account: '', region: null });
}

function bucketOf(arn: string): string | null {
  const name = /^arn:aws[a-z-]*:s3:::([^/]+)/.exec(arn)?.[1];
  return name === undefined ? null : `arn:aws:s3:::${name}`;
}
