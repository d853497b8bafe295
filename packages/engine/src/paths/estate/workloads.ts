/** Workloads, stores, exposures and leaked credentials of an estate as the reasoning takes them. */
import type { DataStore, Estate, Workload } from '@kumomori/model';
import { isUndecided, storesOf, workloadsOf } from '@kumomori/model';
import { exposureOf } from '../../network/index.ts';
import type {
  Flags,
  KnownVulnerability,
  PathCondition,
  PathExposure,
  PathLeak,
  PathNeighbors,
  PathSetting,
  PathStore,
  PathStoreKey,
  PathWorkload,
} from '../inputs.ts';
import type { CloudFacts } from './clouds/index.ts';
import type { Building } from './context.ts';
import { decided, environmentOf, evidenceOf, rolesNamed } from './context.ts';
import { exposuresFor, neighborsFor } from './exposures.ts';
import { keepsOutsidersOut } from './own-keys.ts';
import { storeKeysFor } from './store-keys.ts';

export interface Things {
  readonly workloads: readonly PathWorkload[];
  readonly stores: readonly PathStore[];
  readonly exposures: readonly PathExposure[];
  readonly neighbors: () => PathNeighbors;
  readonly leaks: readonly PathLeak[];
  readonly storeKeys: readonly PathStoreKey[];
  /** Workloads by the service account they run as. */
  readonly serviceAccounts: ReadonlyMap<string, readonly PathWorkload[]>;
}

export function thingsFor(building: Building, clouds: CloudFacts): Things {
  const { estate } = building;
  const all = unique(workloadsOf(estate));
  const found = unique(storesOf(estate)).filter(({ storeKind }) => isAsked(storeKind));
  const exposed = exposureOf(estate).filter(({ reachable }) => reachable !== false);
  const open = exposed.filter(({ from }) => from === 'internet');
  const ssh = new Set(open.filter(({ ports }) => ports.some(({ from, to }) => from <= 22 && 22 <= to)).map(({ node }) => node));
  const templates = new Set(all.flatMap(({ madeFrom }) => madeFrom.items));
  const storeNames = new Map(found.flatMap(({ id, names }) => names.map((name) => [name, id] as const)));
  const workloads = all.map((each) => ofWorkload(building, each, { ssh, templates, storeNames, clouds }));
  const byNode = new Map<string, string>([...found, ...all].map(({ node, id }) => [node, id]));
  const byAccount = new Map<string, PathWorkload[]>();
  all.forEach(({ identities }, index) => {
    const workload = workloads[index];
    for (const name of identities.items)
      if (workload && name.startsWith('system:serviceaccount:')) byAccount.set(name, [...(byAccount.get(name) ?? []), workload]);
  });
  return {
    ...{ workloads, serviceAccounts: byAccount, stores: found.map((each) => ofStore(building, each, clouds)) },
    exposures: exposuresFor(building, exposed, byNode),
    neighbors: () => neighborsFor(building, byNode),
    leaks: leaksOf(building, [...all, ...found], clouds),
    storeKeys: storeKeysFor(building, all),
  };
}

/** Stores whose permissions somebody decides. */
function isAsked(storeKind: string): boolean {
  return /^(?:aws|kubernetes|gcp|azure)\./.test(storeKind);
}

function unique<T extends { readonly id: string }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((each) => [each.id, each])).values()];
}

interface Around {
  readonly ssh: ReadonlySet<string>;
  readonly templates: ReadonlySet<string>;
  readonly storeNames: ReadonlyMap<string, string>;
  readonly clouds: CloudFacts;
}

function ofWorkload(building: Building, workload: Workload, { ssh, templates, storeNames, clouds }: Around): PathWorkload {
  const { id, node, account, workloadKind: kind, place, tags, names } = workload;
  const evidence = evidenceOf(building, place);
  const roles = workload.identities.items.flatMap((text) => rolesNamed(building, text, workload));
  const setting = (what: string, type: PathSetting['kind'], summary: string): PathSetting => ({
    id: `${what} ${id}`,
    kind: type,
    summary,
    evidence,
  });
  const metadata = workload.hasOpenMetadata;
  const hosts =
    workload.escapes.length === 0
      ? []
      : workload.runsOn.items.flatMap((name) => building.estate.named('workload', name, workload)).map((each) => each.id);
  const flags: Flags = {
    ...{ 'is-running': workload.isTemplate ? undefined : true, 'is-ready': true, 'allows-buildspec-override': true },
    'is-ssm-managed': roles.some(
      (role) => building.iam.decide(role, { action: 'ssm:UpdateInstanceInformation', resource: '*' }).decision === 'allow',
    )
      ? true
      : undefined,
    'gets-invoked': workload.triggers.items.length > 0 ? true : undefined,
    'ssh-is-reachable': ssh.has(node) ? true : undefined,
    'is-used-by-launcher': names.some((name) => templates.has(name)) ? true : undefined,
  };
  return {
    ...{
      id,
      node,
      account,
      kind,
      evidence,
      flags,
      identities: [...new Set([...roles.map((role) => role.id), ...clouds.identitiesOf(workload)])],
    },
    identitySetting: setting('role', 'attachment', `Give ${node} a role with fewer rights`),
    hasOpenMetadata: metadata === undefined ? false : isUndecided(metadata) ? undefined : metadata,
    metadataSetting: setting('metadata', 'configuration', `Require IMDSv2 on ${node}`),
    vulnerabilities: vulnerabilitiesOf(building, workload),
    allowsPasswordLogin: decided(workload.allowsPasswordLogin),
    isCallableByAnyone: workload.isCallableByAnyone === true || clouds.isCallable(workload),
    callSetting: setting('call', 'exposure', `Let only signed-in callers use ${node}`),
    escapesTo: hosts,
    escapeSetting: setting('escape', 'configuration', `Run ${node} without ${workload.escapes.join(', ')}`),
    codeFrom: [
      ...new Set(workload.codeFrom.items.flatMap((text) => storeNames.get(text) ?? storeNames.get(text.split('/')[0] ?? '') ?? [])),
    ],
    triggeredBy: workload.triggers.items.flatMap((text) => storeNames.get(text) ?? []),
    environment: environmentOf(tags),
  };
}

/** The likeliest few: each is a way of its own. */
const MAX_VULNERABILITIES = 3;
const LIKELIEST = ['exploited', 'likely', 'possible'] as const;

function vulnerabilitiesOf({ vulnerabilities }: Building, { id, node, names }: Workload): readonly KnownVulnerability[] {
  if (!vulnerabilities) return [];
  const found = [...new Set([id, node, ...names])].flatMap((name) => vulnerabilities.get(name.toLowerCase()) ?? []);
  const ranked = found.toSorted((a, b) => LIKELIEST.indexOf(a.likelihood) - LIKELIEST.indexOf(b.likelihood) || (a.id < b.id ? -1 : 1));
  return ranked.slice(0, MAX_VULNERABILITIES);
}

/** Keys of AWS itself need no permission of their own within the account. */
function keyOf({ estate }: Building, { key, account }: DataStore): string | null {
  const text = decided(key);
  if (text === undefined || /alias\/aws\//.test(text)) return null;
  const [alias] = estate.named('aws.key-alias', text, { account });
  const target = alias && decided(alias.key);
  const named = target ?? text;
  return named.startsWith('arn:') || named.startsWith('~') ? named : null;
}

/** What others copy to read it. Buckets and containers are read where they are. */
const COPIES = /snapshot|image|disk/;

function ofStore(building: Building, store: DataStore, clouds: CloudFacts): PathStore {
  const account = clouds.accountOf({ ...store, kind: store.storeKind });
  const { id, node, storeKind: kind, place, tags, access, sharedWith, dataClass = null, isEncrypted, isLogged } = store;
  const evidence = evidenceOf(building, place);
  const isShared = COPIES.test(kind) && sharedWith.items.includes('*');
  const setting: PathSetting = { id: `public ${id}`, kind: 'data-access', summary: `Close ${node} to the public`, evidence };
  const notes = [
    ...(decided(isEncrypted) === false ? ['not encrypted'] : []),
    ...(decided(isLogged) === false ? ['access is not logged'] : []),
  ];
  const isOpen = (actions: readonly string[], suffix: string): boolean | PathCondition => {
    if (!kind.startsWith('aws.')) return clouds.publicTo(store, actions);
    if (sharedWith.items.includes(suffix) && decided(store.blocksPublicAcls) !== true) return true;
    return publicBy(building, store, actions);
  };
  return {
    ...{ id, node, account, kind, dataClass, read: access.read, write: access.write, delete: access.delete, key: keyOf(building, store) },
    ...{ publicRead: isOpen(access.read, '*'), publicWrite: isOpen(access.write, '*:write'), publicSetting: setting, isShared, evidence },
    ...{ environment: environmentOf(tags), notes, hasManagedPassword: decided(store.hasManagedPassword) === true },
  };
}

/** By its policy; asked only where a policy speaks of everybody. */
function publicBy({ estate, iam }: Building, store: DataStore, actions: readonly string[]): boolean | PathCondition {
  const spoken = spokenOfAll(estate);
  if (!store.names.some((name) => spoken.has(`${store.account} ${name}`))) return false;
  let open: boolean | PathCondition = false;
  for (const action of actions) {
    for (const { kind, condition } of iam.whoElseCan(action, store.access.on.replace('{arn}', store.id))) {
      if (kind !== 'anyone') continue;
      if (condition === null) return true;
      if (keepsOutsidersOut(condition)) continue;
      open = { text: 'the condition of its policy is met', likelihood: 'unknown', tags: [] };
    }
  }
  return open;
}

const spokenIn = new WeakMap<Estate, ReadonlySet<string>>();

/** Account and name of what has a policy that speaks of everybody. */
function spokenOfAll(estate: Estate): ReadonlySet<string> {
  const known = spokenIn.get(estate);
  if (known) return known;
  const found = new Set<string>();
  for (const { resource, account, document } of estate.all('aws.resource-policy')) {
    const name = decided(resource);
    if (name !== undefined && /"\*"/.test(JSON.stringify(decided(document)?.document ?? null))) found.add(`${account} ${name}`);
  }
  spokenIn.set(estate, found);
  return found;
}

function leaksOf(building: Building, holders: readonly (Workload | DataStore)[], clouds: CloudFacts): readonly PathLeak[] {
  const { estate } = building;
  return holders.flatMap((holder) =>
    holder.credentials.flatMap(({ of, where, place }): readonly PathLeak[] => {
      if (of === undefined) return [];
      const users = estate.named('aws.access-key', of).flatMap((key) => {
        const name = decided(key.user);
        return name === undefined || decided(key.isActive) === false ? [] : estate.named('aws.user', name, key);
      });
      const evidence = evidenceOf(building, place);
      const setting: PathSetting = {
        id: `leak ${holder.id} ${of}`,
        kind: 'credential',
        summary: `Remove the credential from ${holder.node} and replace it`,
        evidence,
      };
      return [...new Set([...users.map(({ id }) => id), ...clouds.principalsOfKey(of)])].map((principal) => ({
        in: holder.id,
        principal,
        where,
        setting,
        evidence,
      }));
    }),
  );
}
