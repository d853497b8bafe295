/** Accounts, subscriptions and projects that collected ones speak of and that were not collected themselves. */
import type { CloudProvider, CodeRoot, DeclaredResource, Json, Range, RecordedCalls, Value } from '@kumomori/model';
import { itemsAt, textOf } from '@kumomori/model';

export type ReferenceKind =
  | 'organization' // the organization lists it among its accounts
  | 'peering'
  | 'role-trust' // may take on a role here
  | 'resource-policy'
  | 'grant' // Google Cloud: a member of a policy
  | 'log-destination'
  | 'dns'
  | 'permission' // principals here may do something there
  | 'reference';

export interface AccountReference {
  readonly kind: ReferenceKind;
  readonly cloud: CloudProvider;
  /** The account that is spoken of. */
  readonly account: string;
  /** The account that speaks, and the resource in it. */
  readonly in: string;
  readonly by: string;
  /** `AssumeRolePolicyDocument.Statement.Principal.AWS` */
  readonly path: string;
  readonly text: string;
  readonly range: Range;
}

export interface ShadowAccount {
  readonly cloud: CloudProvider;
  readonly account: string;
  /** What the organization calls it, when it lists it. */
  readonly name: string | null;
  /** The cloud's own: `Elastic Load Balancing`; it is no shadow of anybody's. */
  readonly ownedBy: string | null;
  /** The strongest kind first; one of each place. */
  readonly references: readonly AccountReference[];
}

const RANK: readonly ReferenceKind[] = [
  ...(['organization', 'peering', 'role-trust', 'resource-policy', 'grant'] as const),
  ...(['log-destination', 'dns', 'permission', 'reference'] as const),
];

/** O(references · log references). `collected`: `aws:123456789012`. */
export function shadowAccounts(
  references: Iterable<AccountReference>,
  { collected, names }: { readonly collected: ReadonlySet<string>; readonly names: ReadonlyMap<string, string> },
): readonly ShadowAccount[] {
  const byAccount = new Map<string, Map<string, AccountReference>>();
  for (const each of references) {
    const key = `${each.cloud}:${each.account}`;
    if (collected.has(key)) continue;
    const known = byAccount.get(key) ?? new Map<string, AccountReference>();
    byAccount.set(key, known);
    const place = `${each.in} ${each.by} ${each.path}`;
    if (!known.has(place)) known.set(place, each);
  }
  return [...byAccount]
    .map(([key, found]): ShadowAccount => {
      const sorted = [...found.values()].sort((one, other) => rankOf(one) - rankOf(other) || (one.by < other.by ? -1 : 1));
      const cloud = key.slice(0, key.indexOf(':')) as CloudProvider; // as it was put together above
      const account = key.slice(key.indexOf(':') + 1);
      return { cloud, account, name: names.get(key) ?? null, ownedBy: ownerOf(cloud, account), references: sorted };
    })
    .sort(
      (one, other) =>
        Number(one.ownedBy !== null) - Number(other.ownedBy !== null) ||
        rankOf(one.references[0]) - rankOf(other.references[0]) ||
        other.references.length - one.references.length ||
        (one.account < other.account ? -1 : 1),
    );
}

function rankOf(reference: AccountReference | undefined): number {
  return reference ? RANK.indexOf(reference.kind) : RANK.length;
}

/** Names in the texts of a root of a live account. O(values). */
export function* referencesInRoot({ cloud, account, resources }: CodeRoot): Generator<AccountReference> {
  if (cloud === undefined || account === undefined || account === null) return;
  for (const resource of resources) {
    // The calls tell both ends of it.
    if (resource.type === 'AWS::EC2::VPCPeeringConnection') continue;
    for (const each of namedBy(resource, cloud)) if (each.account !== account.toLowerCase()) yield { ...each, in: account };
  }
}

function* namedBy(resource: DeclaredResource, cloud: CloudProvider): Generator<Omit<AccountReference, 'in'>> {
  for (const [name, { value, range = resource.block.range }] of resource.block.attributes)
    for (const { path, text } of textsIn(value, [name]))
      for (const { other, kind } of namedIn(cloud, { path, text, resource }))
        yield { kind, cloud, account: other, by: resource.address, path: path.join('.'), text: shortened(text, other), range };
}

const MAX_DEPTH = 40;

function* textsIn(value: Value, path: readonly string[]): Generator<{ readonly path: readonly string[]; readonly text: string }> {
  if (path.length > MAX_DEPTH || value.sensitive) return;
  if (value.kind === 'string') yield { path, text: value.value };
  else if (value.kind === 'list' || value.kind === 'set') for (const each of value.items) yield* textsIn(each, path);
  else if (value.kind === 'map') for (const [key, each] of value.entries) yield* textsIn(each, [...path, key]);
}

interface Spoken {
  readonly path: readonly string[];
  readonly text: string;
  readonly resource: DeclaredResource;
}

interface Naming {
  readonly other: string;
  readonly kind: ReferenceKind;
}

function namedIn(cloud: CloudProvider, spoken: Spoken): readonly Naming[] {
  if (cloud === 'aws') return namedInAws(spoken);
  if (cloud === 'azure') return matches(/\/subscriptions\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/gi, spoken, azureKind);
  return cloud === 'gcp' ? matches(GCP_PROJECT, spoken, gcpKind) : [];
}

function matches(pattern: RegExp, spoken: Spoken, kindOf: (spoken: Spoken) => ReferenceKind): readonly Naming[] {
  const found = [...spoken.text.matchAll(pattern)].flatMap((match) => match.slice(1).find((each) => each !== undefined) ?? []);
  return [...new Set(found)].map((other) => ({ other: other.toLowerCase(), kind: kindOf(spoken) }));
}

/** In ARNs anywhere; bare numbers only where nothing but an account can stand. */
function namedInAws(spoken: Spoken): readonly Naming[] {
  const inArns = matches(/\barn:aws[\w-]*:[\w-]*:[\w-]*:(\d{12}):/g, spoken, awsKind);
  const isAccount = spoken.path.includes('Principal') || /(?:account|owner)(?:id)?$/i.test(spoken.path.at(-1) ?? '');
  return isAccount && /^\d{12}$/.test(spoken.text) ? [{ other: spoken.text, kind: awsKind(spoken) }] : inArns;
}

function awsKind({ path }: Spoken): ReferenceKind {
  const [first = ''] = path;
  if (first === 'AssumeRolePolicyDocument') return 'role-trust';
  if (path.includes('Principal') || path.includes('Condition')) return 'resource-policy';
  if (path.includes('Resource')) return 'permission';
  if (/peer/i.test(first)) return 'peering';
  return /log|trail|destination|delivery/i.test(first) ? 'log-destination' : 'reference';
}

const GCP_PROJECT = /@([a-z][a-z0-9-]{4,28}[a-z0-9])\.iam\.gserviceaccount\.com|(?:^|\/)projects\/([a-z][a-z0-9-]{4,28}[a-z0-9])(?=\/|$)/g;

function gcpKind({ path, resource }: Spoken): ReferenceKind {
  const words = `${resource.type} ${path.join(' ')}`;
  if (/_iam_|policy_data|\bmembers?\b/.test(words)) return 'grant';
  if (/peer/.test(words)) return 'peering';
  if (/google_dns/.test(words)) return 'dns';
  return /google_logging|sink|destination/.test(words) ? 'log-destination' : 'reference';
}

function azureKind({ path, resource }: Spoken): ReferenceKind {
  const words = `${resource.type} ${path.join(' ')}`.toLowerCase();
  if (words.includes('peering')) return 'peering';
  if (words.includes('dns')) return 'dns';
  if (/roleassignments|principal/.test(words)) return 'grant';
  return /diagnostic|workspace|eventhub|storageid|flowlog|log/.test(words) ? 'log-destination' : 'reference';
}

/** The words around the account: a policy may be long. */
function shortened(text: string, other: string): string {
  if (text.length <= 200) return text;
  const at = Math.max(0, text.toLowerCase().indexOf(other) - 80);
  return `${at > 0 ? '…' : ''}${text.slice(at, at + 180)}…`;
}

/** What is collected of AWS and no resource of: members of the organization, other ends of peerings. */
export function* referencesInCalls(calls: RecordedCalls): Generator<AccountReference & { readonly name: string | null }> {
  for (const { record, range } of calls.of('organizations', 'ListAccounts'))
    for (const item of itemsAt(record.response, 'Accounts')) {
      const account = textOf(item, 'Id');
      if (account === undefined || textOf(item, 'Status') === 'SUSPENDED') continue;
      const by = textOf(item, 'Arn') ?? account;
      const name = textOf(item, 'Name') ?? null;
      yield { kind: 'organization', cloud: 'aws', account, in: calls.account, by, path: 'Accounts.Id', text: account, range, name };
    }
  for (const { record, range } of calls.of('ec2', 'DescribeVpcPeeringConnections'))
    for (const item of itemsAt(record.response, 'VpcPeeringConnections')) yield* endsOf(item, calls.account, range);
}

function* endsOf(item: Json, own: string, range: Range): Generator<AccountReference & { readonly name: null }> {
  const by = textOf(item, 'VpcPeeringConnectionId') ?? '';
  if (/^(?:deleted|rejected|expired|failed)$/.test(textOf(item, 'Status.Code') ?? '')) return;
  for (const end of ['AccepterVpcInfo', 'RequesterVpcInfo']) {
    const account = textOf(item, `${end}.OwnerId`);
    const text = `${account ?? ''} ${textOf(item, `${end}.VpcId`) ?? ''}`.trim();
    if (account !== undefined && account !== own)
      yield { kind: 'peering', cloud: 'aws', account, in: own, by, path: `${end}.OwnerId`, text, range, name: null };
  }
}

/** Accounts that deliver logs of load balancers. Source: Elastic Load Balancing, "Access logs", table of accounts by region, read 2026-11-22. */
const LOAD_BALANCING: ReadonlySet<string> = new Set(
  (
    '127311923021 033677994240 027434742980 797873946194 098369216593 754344448648 718504428378 383597477331 600734575887 114774131450 ' +
    '783225319266 582318560864 589379963580 985666609251 054676820928 156460612806 652711504416 635631232127 009996457667 897822967062 ' +
    '076674570225 507241528517'
  ).split(' '),
);

/** Projects of public images and service agents. Source: Compute Engine, "Operating system details", read 2026-11-22. */
const GOOGLE =
  /^(?:gcp-sa-.+|(?:debian|ubuntu-os|ubuntu-os-pro|cos|rhel|rhel-sap|centos|windows|windows-sql|suse|suse-sap|rocky-linux|rocky-linux-accelerator|fedora-coreos|opensuse|oracle-linux|deeplearning-platform-release)(?:-cloud)?|gke-node-images|cloud-run-.+|serverless-robot-prod|compute-system|container-engine-robot)$/;

function ownerOf(cloud: CloudProvider, account: string): string | null {
  if (cloud === 'aws') return LOAD_BALANCING.has(account) ? 'Elastic Load Balancing' : null;
  return cloud === 'gcp' && GOOGLE.test(account) ? 'Google' : null;
}
