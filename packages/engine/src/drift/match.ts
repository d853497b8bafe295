/** Which live thing is which thing of the code: by what a state or stack says, else by names; what fits several is said, not guessed. */
import type { CloudProvider, DeclaredResource, RegisteredReader } from '@kumomori/model';
import { readerFor } from '@kumomori/model';
import type { Thing } from './thing.ts';
import { isGeneral } from './thing.ts';

export type MatchedBy = 'state' | 'stack' | 'arn' | 'name' | 'place' | 'tag';

export interface Match {
  readonly code: Thing;
  readonly live: Thing;
  readonly confidence: 'certain' | 'likely';
  readonly by: MatchedBy;
}

export interface Identity {
  readonly by: MatchedBy;
  readonly names: readonly string[];
}

export interface Matching {
  readonly matches: readonly Match[];
  /** Several live things fit, or several things of the code want one. */
  readonly ambiguous: readonly { readonly code: Thing; readonly candidates: readonly Thing[] }[];
  /** Nothing fits, though they can be told apart from others: by these names. */
  readonly unmatched: readonly { readonly code: Thing; readonly identity: Identity }[];
  /** Nothing tells them apart from others. */
  readonly anonymous: readonly Thing[];
}

export interface MatchOptions {
  readonly readers: readonly RegisteredReader[];
  /** What a state says of a block: ids and ARNs. */
  readonly stateNames: (declared: DeclaredResource) => readonly string[] | null;
  /** The physical ids of a template's block, from the stacks of the account. */
  readonly stackNames: (declared: DeclaredResource) => readonly string[] | null;
}

/** Types whose names are taken only once in the whole cloud. */
const UNIQUE_EVERYWHERE: ReadonlySet<string> = new Set([
  ...['aws.s3.bucket', 'azure.storage.account', 'azure.keyvault.vault', 'gcp.storage.bucket', 'gcp.resourcemanager.project'],
]);

/** Settings that every account, or every region of it, has exactly once: nobody makes or deletes them. */
const SETTINGS: ReadonlySet<string> = new Set([
  ...['aws.bedrock.invocation-logging', 'aws.ec2.ebs-default-encryption', 'aws.ec2.image-block-public-access', 'aws.ec2.metadata-defaults'],
  ...['aws.ec2.serial-console', 'aws.ec2.snapshot-block-public-access', 'aws.emr.block-public-access', 'aws.guardduty.detector'],
  ...[
    'aws.glue.data-catalog-encryption',
    'aws.iam.organizations-features',
    'aws.iam.password-policy',
    'aws.inspector2.enabler',
    'aws.macie.session',
  ],
  ...['aws.s3.account-public-access-block', 'aws.vpc.block-public-access', 'aws.xray.encryption'],
]);

export function isSetting({ main }: Thing): boolean {
  return SETTINGS.has(main.type);
}

/** O(things). */
export function matchThings(code: readonly Thing[], live: readonly Thing[], options: MatchOptions): Matching {
  const index = new LiveIndex(live);
  const readers = new Map(options.readers.map((each) => [each.type, each]));
  const found: Match[] = [];
  const ambiguous: { code: Thing; candidates: readonly Thing[] }[] = [];
  const unmatched: { code: Thing; identity: Identity }[] = [];
  const anonymous: Thing[] = [];
  for (const thing of code) {
    const identities = identitiesOf(thing, readers, options);
    const first = identities.find((identity) => index.candidates(thing, identity).length > 0);
    const candidates = first ? index.candidates(thing, first) : [];
    const [only] = candidates;
    if (first && only && candidates.length === 1)
      found.push({ code: thing, live: only, by: first.by, confidence: confidenceOf(thing, only, { by: first.by, index }) });
    else if (candidates.length > 1) ambiguous.push({ code: thing, candidates });
    else if (identities.some(({ by }) => by !== 'tag' && by !== 'place'))
      unmatched.push({ code: thing, identity: identities[0] as Identity });
    else anonymous.push(thing);
  }
  return { ...withoutRivals(found, ambiguous), unmatched, anonymous };
}

/** What only one of several can be: what a state or stack names goes before names, and of equals nobody gets it. */
function withoutRivals(found: readonly Match[], ambiguous: Matching['ambiguous']): Pick<Matching, 'matches' | 'ambiguous'> {
  const matches: Match[] = [];
  const rivals = [...ambiguous];
  for (const claims of Map.groupBy(found, ({ live }) => live).values()) {
    const sure = claims.filter(({ by }) => by === 'state' || by === 'stack' || by === 'arn');
    const winners = claims.length === 1 ? claims : sure.length === 1 ? sure : [];
    matches.push(...winners);
    for (const claim of claims) if (!winners.includes(claim)) rivals.push({ code: claim.code, candidates: [claim.live] });
  }
  return { matches, ambiguous: rivals };
}

/** Stands for the name of what has none and is there once. */
const PLACE = '\u0000place';

/** The surest first. */
function identitiesOf(thing: Thing, readers: ReadonlyMap<string, RegisteredReader>, options: MatchOptions): readonly Identity[] {
  const { declared, main } = thing;
  const natural = naturalNames(thing, readers);
  const arns = natural.filter((name) => name.startsWith('arn:') || name.startsWith('/subscriptions/'));
  const tag = main.tags['Name'];
  const all: readonly Identity[] = [
    { by: 'state', names: options.stateNames(declared) ?? [] },
    { by: 'stack', names: options.stackNames(declared) ?? [] },
    { by: 'arn', names: arns },
    { by: 'name', names: natural.filter((name) => !arns.includes(name)) },
    { by: 'place', names: SETTINGS.has(main.type) ? [PLACE] : [] },
    { by: 'tag', names: tag === undefined || tag === '' ? [] : [tag] },
  ];
  return all.filter(({ names }) => names.length > 0);
}

/** Attributes that stand for a name in messages, where there is none: two things may have the same. */
const NO_NAMES: ReadonlySet<string> = new Set([
  ...['description', 'Description', 'comment', 'display_name', 'family', 'Family', 'key', 'creation_token', 'statement_id'],
  ...['stage_name', 'StageName', 'route_key', 'RouteKey', 'api_id', 'ApiId', 'project', 'organization_id', 'folder_id', 'domain'],
]);

/** Literal names that the block gives itself; objects of Kubernetes are named by their address. */
export function naturalNames({ root, declared, main, views }: Thing, readers: ReadonlyMap<string, RegisteredReader>): readonly string[] {
  if (root.kind === 'kubernetes') return [declared.address];
  const names = [main, ...views].flatMap(({ type }) => {
    const registered = readers.get(type);
    return (registered && readerFor(registered, root)?.identity) ?? [];
  });
  return [...new Set(names)].flatMap((attribute) => {
    if (NO_NAMES.has(attribute) || main.type.startsWith('aws.vpc.endpoint')) return [];
    const value = declared.block.attributes.get(attribute)?.value;
    return value?.kind === 'string' && value.value !== '' ? [value.value] : [];
  });
}

function confidenceOf(code: Thing, live: Thing, { by, index }: { readonly by: MatchedBy; readonly index: LiveIndex }): Match['confidence'] {
  if (by === 'state' || by === 'stack' || by === 'arn') return 'certain';
  if (by === 'tag' || by === 'place') return 'likely';
  if (UNIQUE_EVERYWHERE.has(code.main.type)) return 'certain';
  const isSamePlace = code.root.kind === 'kubernetes' || live.main.region === null || live.main.region === code.main.region;
  return isSamePlace && index.accounts(live.root.cloud) === 1 ? 'certain' : 'likely';
}

class LiveIndex {
  readonly #byName = new Map<string, Set<Thing>>();
  readonly #accounts = new Map<CloudProvider | undefined, Set<string>>();

  constructor(live: readonly Thing[]) {
    for (const thing of live) {
      const { declared, views, root } = thing;
      const tag = thing.main.tags['Name'];
      const told = [declared.address, ...(declared.names ?? [])];
      const names = [...told, ...lastOfPath(declared.address), ...told.flatMap(accountId)];
      for (const { type } of views) {
        for (const name of names) this.#put(keyOf(type, name), thing);
        if (tag !== undefined) this.#put(tagKey(type, tag), thing);
        if (SETTINGS.has(type)) this.#put(keyOf(type, PLACE), thing);
      }
      const accounts = this.#accounts.get(root.cloud) ?? new Set();
      this.#accounts.set(root.cloud, accounts.add(root.account ?? root.dir));
    }
  }

  /** Things of the same type and, where both say one, of the same region. */
  candidates({ main, declared }: Thing, { by, names }: Identity): readonly Thing[] {
    for (const name of names) {
      const found = [...(this.#byName.get(by === 'tag' ? tagKey(main.type, name) : keyOf(main.type, name)) ?? [])];
      const here = found
        .filter(({ main: other }) => main.region === null || other.region === null || main.region === other.region)
        .filter((other) => !isGeneral(main) || areNamesakes(declared.type, other.declared.type));
      if (here.length > 0) return here;
    }
    return [];
  }

  accounts(cloud: CloudProvider | undefined): number {
    return this.#accounts.get(cloud)?.size ?? 0;
  }

  #put(key: string, thing: Thing): void {
    const known = this.#byName.get(key);
    if (known) known.add(thing);
    else this.#byName.set(key, new Set([thing]));
  }
}

/** What has nothing but tags is told apart by the name of its type: `aws_iam_instance_profile` is `AWS::IAM::InstanceProfile`. */
export function areNamesakes(one: string, other: string): boolean {
  const [mine, theirs] = [wordsOf(one), wordsOf(other)];
  return mine === theirs || endsIn(mine, other) || endsIn(theirs, one);
}

/** Terraform leaves out `EC2`: `aws_internet_gateway`; Azure has plurals: `networkWatchers`. Short names end in others' names. */
function endsIn(words: string, type: string): boolean {
  const last = /[:/]/.test(type) ? wordsOf(type.slice(Math.max(type.lastIndexOf(':'), type.lastIndexOf('/')) + 1)).replace(/s$/, '') : '';
  return last.length >= 10 && words.endsWith(last);
}

function wordsOf(blockType: string): string {
  return blockType.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** Names of Resource Manager are the same in any case. */
function keyOf(type: string, name: string): string {
  return `${type}|${name.toLowerCase().startsWith('/subscriptions/') ? name.toLowerCase() : name}`;
}

/** The name at the end of an id of Resource Manager or Google Cloud. */
function lastOfPath(id: string): readonly string[] {
  return /^(?:\/subscriptions\/|\/\/[\w.-]+\.googleapis\.com\/|projects\/)/.test(id) ? [id.slice(id.lastIndexOf('/') + 1)] : [];
}

/** Code says `orders-api` of `orders-api@PROJECT.iam.gserviceaccount.com`. */
function accountId(name: string): readonly string[] {
  return name.endsWith('.iam.gserviceaccount.com') ? [name.slice(name.lastIndexOf('/') + 1).split('@')[0] ?? ''] : [];
}

function tagKey(type: string, tag: string): string {
  return `${type}|Name=${tag}`;
}

/** Attributes of a state by whose value the cloud knows a thing. */
const STATE_NAMES = ['arn', 'id', 'self_link', 'url', 'key_id', 'bucket'];

export function namesInState({ block }: DeclaredResource): readonly string[] {
  return STATE_NAMES.flatMap((attribute) => {
    const value = block.attributes.get(attribute)?.value;
    return value?.kind === 'string' && value.value !== '' ? [value.value] : [];
  });
}
