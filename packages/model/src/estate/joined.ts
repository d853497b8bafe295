/** Workloads and stores as they are when everything that other blocks say of them is put to them. Joins are by name; O(entities). */
import { KIND_CLASSES, PRECEDENCE } from './class-words.ts';
import { classified } from './classes.ts';
import type { ClassRule } from './classes.ts';
import type { Entity } from './kinds.ts';
import type { Estate } from './read-estate.ts';
import { union } from './reading.ts';
import { isUndecided } from './undecided.ts';
import type { Known, Texts } from './undecided.ts';
import type { DataStore, StoreSays, Workload, WorkloadSays, WorkloadSetting } from './workload.ts';
import { distinct } from './workload-reader.ts';

/** Templates of templates (service → task definition). */
const MAX_TEMPLATES = 4;
/** Copies of copies (image ← snapshot ← volume). */
const MAX_COPIES = 6;

/**
 * All workloads, templates included, each with its triggers, associations and what it takes from its template. The order is that of the
 * estate.
 */
export function workloadsOf(estate: Estate): readonly Workload[] {
  const known = workloadsIn.get(estate);
  if (known) return known;
  const joined = joinedWorkloads(estate);
  workloadsIn.set(estate, joined);
  return joined;
}

/** Every analysis asks for them, and an estate does not change. */
const workloadsIn = new WeakMap<Estate, readonly Workload[]>();
const storesIn = new WeakMap<Estate, readonly DataStore[]>();

function joinedWorkloads(estate: Estate): readonly Workload[] {
  const said = settingsByOwner(estate.all('workload-setting'), (each) =>
    namedBy(estate, 'workload', each.workload, each).filter(({ workloadKind }) => workloadKind.startsWith(each.ofKind)),
  );
  const own = new Map(estate.all('workload').map((each) => [each, withSettings(each, said.get(each) ?? [])] as const));
  const done = new Map<Workload, Workload>();
  const finished = (workload: Workload, depth: number): Workload => {
    const known = done.get(workload);
    if (known) return known;
    const base = own.get(workload) ?? workload;
    if (depth === MAX_TEMPLATES) return base;
    const templates = base.madeFrom.items.flatMap((name) => templatesNamed(estate, name, workload));
    const whole = templates.reduce((each, template) => withTemplate(each, finished(template, depth + 1)), base);
    done.set(workload, whole);
    return whole;
  };
  const defaults = estate.all('workload-setting').filter(({ isForAll }) => isForAll);
  return estate.all('workload').map((each) => {
    const own = defaults.filter(({ account, region }) => account === each.account && region === each.region);
    return withMetadataDefault(finished(each, 0), own);
  });
}

/** Stores with what other blocks say of them, classed by the user's rules, copies as what they are copies of. */
export function storesOf(estate: Estate, rules: readonly ClassRule[] = []): readonly DataStore[] {
  if (rules.length > 0) return joinedStores(estate, rules);
  const known = storesIn.get(estate);
  if (known) return known;
  const joined = joinedStores(estate, rules);
  storesIn.set(estate, joined);
  return joined;
}

function joinedStores(estate: Estate, rules: readonly ClassRule[]): readonly DataStore[] {
  const said = settingsByOwner(estate.all('store-setting'), (each) =>
    namedBy(estate, 'data-store', each.store, each).filter(({ storeKind }) => storeKind.startsWith(each.ofKind)),
  );
  const everywhere = estate.all('store-setting').filter(({ isForAll }) => isForAll);
  const whole = estate.all('data-store').map((store) => {
    const forAll = everywhere.filter(({ ofKind, account }) => store.storeKind.startsWith(ofKind) && account === store.account);
    const says = [...(said.get(store) ?? []), ...forAll.map((each) => each.says)];
    return [store, classified(withStoreSettings(store, says), rules)] as const;
  });
  const index = new Map(whole);
  const copied = whole.map(([, store]) => asCopied(store, index, estate));
  const protects = protectedBy(copied, estate);
  return copied.map((store) => asKey(store, protects));
}

const KEY_KINDS: ReadonlySet<string> = new Set(['aws.kms.key', 'gcp.kms.key']);

/** Id of a key → what is encrypted with it. */
function protectedBy(stores: readonly DataStore[], estate: Estate): ReadonlyMap<string, readonly DataStore[]> {
  const byKey = new Map<string, DataStore[]>();
  for (const store of stores) {
    if (store.key === undefined || isUndecided(store.key)) continue;
    for (const { id, storeKind } of estate.named('data-store', store.key, store)) {
      if (!KEY_KINDS.has(storeKind)) continue;
      const known = byKey.get(id);
      if (known) known.push(store);
      else byKey.set(id, [store]);
    }
  }
  return byKey;
}

/** A key that nothing says of is as precious as what it encrypts. */
function asKey(store: DataStore, protects: ReadonlyMap<string, readonly DataStore[]>): DataStore {
  if (!KEY_KINDS.has(store.storeKind) || store.classFrom?.startsWith('rule ') || store.classFrom?.startsWith('tag ')) return store;
  const found = protects.get(store.id) ?? [];
  const ranks = (each: DataStore): number => PRECEDENCE.findIndex((known) => known === each.dataClass);
  const [first] = found.filter((each) => ranks(each) !== -1).toSorted((a, b) => ranks(a) - ranks(b));
  const own = found.find(({ dataClass }) => dataClass !== undefined && !PRECEDENCE.some((known) => known === dataClass));
  const source = own ?? first;
  if (!source) return { ...store, dataClass: undefined, classFrom: undefined };
  return { ...store, dataClass: source.dataClass, classFrom: `key of ${source.name ?? source.id} (${source.classFrom ?? ''})` };
}

function settingsByOwner<S extends { readonly says: unknown }, O extends Entity>(
  settings: readonly S[],
  ownersOf: (setting: S) => readonly O[],
): ReadonlyMap<O, readonly S['says'][]> {
  const byOwner = new Map<O, S['says'][]>();
  for (const setting of settings) {
    for (const owner of ownersOf(setting)) {
      const known = byOwner.get(owner);
      if (known) known.push(setting.says);
      else byOwner.set(owner, [setting.says]);
    }
  }
  return byOwner;
}

function namedBy<K extends 'workload' | 'data-store'>(estate: Estate, kind: K, name: Known<string | undefined>, near: Entity) {
  if (name === undefined || isUndecided(name)) return [];
  const found = estate.named(kind, name, near);
  // A function is also named with its version or alias behind its ARN.
  return found.length > 0 ? found : estate.named(kind, name.split(':').slice(0, 7).join(':'), near);
}

function templatesNamed(estate: Estate, name: string, near: Workload): readonly Workload[] {
  const found = estate.named('workload', name, near);
  // A revision that is not the newest is not listed by its own name: the family is.
  const all = found.length > 0 ? found : estate.named('workload', name.replace(/:\d+$/, ''), near);
  const kind = TEMPLATE_KINDS[near.workloadKind] ?? 'aws.ec2.launch-template';
  return all.filter(({ isTemplate, workloadKind }) => isTemplate && (workloadKind === kind || /^(?:arn:|~)/.test(name)));
}

/** What is meant where a template is called by its name only. Others mean launch templates. */
const TEMPLATE_KINDS: Readonly<Record<string, string>> = {
  'aws.ecs.service': 'aws.ecs.task',
  'aws.ssm.association': 'aws.ssm.document',
  'aws.ssm.maintenance-task': 'aws.ssm.document',
  'aws.config.remediation': 'aws.ssm.document',
  'aws.sagemaker.notebook': 'aws.sagemaker.lifecycle-configuration',
  'gcp.compute.instance-group': 'gcp.compute.instance-template',
  'gcp.compute.instance': 'gcp.compute.instance-template',
};

function withSettings(own: Workload, settings: readonly Partial<WorkloadSays>[]): Workload {
  if (settings.length === 0) return own;
  const all = (name: TextsOf<WorkloadSays>): Texts => union([own[name], ...settings.flatMap((each) => each[name] ?? [])]);
  const first = <K extends keyof WorkloadSays>(name: K): WorkloadSays[K] | undefined =>
    own[name] ?? settings.find((each) => each[name] !== undefined)?.[name];
  return {
    ...own,
    identities: all('identities'),
    servedBy: all('servedBy'),
    codeFrom: all('codeFrom'),
    triggers: all('triggers'),
    runsOn: all('runsOn'),
    holds: all('holds'),
    madeFrom: all('madeFrom'),
    credentials: distinct([own, ...settings].flatMap(({ credentials }) => credentials ?? [])),
    escapes: [...new Set([own, ...settings].flatMap(({ escapes }) => escapes ?? []))].toSorted(),
    hasOpenMetadata: first('hasOpenMetadata'),
    hasMetadataForContainers: first('hasMetadataForContainers'),
    allowsPasswordLogin: first('allowsPasswordLogin'),
    mountsToken: first('mountsToken'),
    isCallableByAnyone: anyOf([own, ...settings].map((each) => each.isCallableByAnyone ?? false)),
  };
}

type TextsOf<T> = { [K in keyof T]-?: T[K] extends Texts ? K : never }[keyof T];

/** What a thing does not say itself it has from its template. */
function withTemplate(own: Workload, template: Workload): Workload {
  const first = (name: TextsOf<WorkloadSays>): Texts => (own[name].items.length > 0 || own[name].rest ? own[name] : template[name]);
  return {
    ...own,
    identities: first('identities'),
    servedBy: union([own.servedBy, template.servedBy]),
    codeFrom: first('codeFrom'),
    runsOn: first('runsOn'),
    holds: union([own.holds, template.holds]),
    credentials: distinct([...own.credentials, ...template.credentials]),
    escapes: [...new Set([...own.escapes, ...template.escapes])].toSorted(),
    hasOpenMetadata: own.hasOpenMetadata ?? template.hasOpenMetadata,
    hasMetadataForContainers: own.hasMetadataForContainers ?? template.hasMetadataForContainers,
    allowsPasswordLogin: own.allowsPasswordLogin ?? template.allowsPasswordLogin,
  };
}

/** Where neither instance nor template say anything, IMDSv1 is on. Source: EC2 User Guide, "Order of precedence for instance metadata options". */
const IMDS_KINDS: ReadonlySet<string> = new Set(['aws.ec2.instance', 'aws.ec2.launch-template', 'aws.autoscaling.group']);

function withMetadataDefault(workload: Workload, defaults: readonly WorkloadSetting[]): Workload {
  const { workloadKind, hasOpenMetadata, madeFrom } = workload;
  if (hasOpenMetadata !== undefined || !IMDS_KINDS.has(workloadKind)) return workload;
  // A template that is not here may say it.
  const hidden = madeFrom.rest;
  const said = defaults.find(({ says }) => says.hasOpenMetadata !== undefined)?.says.hasOpenMetadata;
  return { ...workload, hasOpenMetadata: hidden ? { undecided: hidden } : (said ?? true) };
}

function withStoreSettings(own: DataStore, settings: readonly Partial<StoreSays>[]): DataStore {
  if (settings.length === 0) return own;
  const all = (name: TextsOf<StoreSays>): Texts => union([own[name], ...settings.flatMap((each) => each[name] ?? [])]);
  const said = (name: 'blocksPublic' | 'blocksPublicAcls' | 'isLogged'): Known<boolean | undefined> => {
    const known = [own, ...settings].map((each) => each[name]).filter((each) => each !== undefined);
    return known.length === 0 ? undefined : anyOf(known);
  };
  return {
    ...own,
    key: own.key ?? settings.find(({ key }) => key !== undefined)?.key,
    isEncrypted: own.isEncrypted ?? settings.find(({ isEncrypted }) => isEncrypted !== undefined)?.isEncrypted,
    isLogged: said('isLogged'),
    blocksPublic: said('blocksPublic'),
    blocksPublicAcls: said('blocksPublicAcls'),
    copiesTo: all('copiesTo'),
    copyOf: all('copyOf'),
    sharedWith: all('sharedWith'),
    credentials: distinct([own, ...settings].flatMap(({ credentials }) => credentials ?? [])),
  };
}

/** True when one is; else undecided when one is. */
function anyOf(all: readonly Known<boolean>[]): Known<boolean> {
  return all.includes(true) || (all.find(isUndecided) ?? false);
}

/** A copy holds the data of what it was made from. */
function asCopied(store: DataStore, index: ReadonlyMap<DataStore, DataStore>, estate: Estate): DataStore {
  if (store.dataClass !== undefined && store.dataClass !== 'backup') return store;
  if (KIND_CLASSES[store.storeKind] !== undefined) return store;
  let [sources, depth]: [readonly DataStore[], number] = [[store], 0];
  while (sources.length > 0 && depth++ < MAX_COPIES) {
    sources = [...new Set(sources.flatMap((each) => each.copyOf.items.flatMap((name) => estate.named('data-store', name, each))))].map(
      (each) => index.get(each) ?? each,
    );
    const source = sources.find(({ dataClass }) => dataClass !== undefined && dataClass !== 'backup');
    if (source)
      return { ...store, dataClass: source.dataClass, classFrom: `copy of ${source.name ?? source.id} (${source.classFrom ?? ''})` };
  }
  return store;
}
