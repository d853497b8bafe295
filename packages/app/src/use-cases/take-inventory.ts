/** A snapshot, and what is known of code and logs → resources that nobody answers for, accounts that nobody collected. */
import { resolve } from 'node:path';
import type { CloudProvider, Diagnostic, Language } from '@kumomori/model';
import { maskCredentials, resourceReaders, startLine } from '@kumomori/model';
import type { AccountReference, Change, Orphan, OrphanReasonKind, ReferenceKind, ShadowAccount, Side, Thing } from '@kumomori/engine';
import { CreationLog, detectDrift, isOwnerTag, orphansIn, referencesInCalls, referencesInRoot, shadowAccounts } from '@kumomori/engine';
import { productCatalogue } from '../catalogue/index.ts';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { diagnosticIn, messagesIn } from '../i18n/index.ts';
import { isSnapshotFolder, openSnapshot } from '../snapshots/index.ts';
import { readDriftCode, readSide } from './drift-code.ts';
import { eventSourceOf, namesOf } from './drift-events.ts';
import { eventRecords } from './event-records.ts';
import { deployment } from './drift-stacks.ts';
import { openLive } from './live-target.ts';
import { loadConfig } from './load-config.ts';
import { aboutSnapshots } from './snapshot-errors.ts';
import { locateTarget } from './targets.ts';

export interface InventoryOptions {
  readonly snapshot: string;
  /** Null: no code; states alone may be given. */
  readonly code: string | null;
  readonly states: readonly string[];
  /** Files and folders of CloudTrail logs. */
  readonly events: readonly string[];
  /** Instead of what usually names an owner; letter case does not matter. */
  readonly ownerTags: readonly string[];
  readonly cwd: string;
  readonly language: Language;
}

export interface OrphanEntry {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly provider: string;
  readonly account: string | null;
  readonly region: string | null;
  readonly score: number;
  readonly reasons: readonly { readonly kind: OrphanReasonKind; readonly points: number; readonly change: Change | null }[];
  /** The line of the snapshot that tells of it. */
  readonly file: string;
  readonly line: number;
}

export interface ShadowEntry {
  readonly provider: CloudProvider;
  readonly account: string;
  readonly name: string | null;
  readonly ownedBy: string | null;
  readonly references: readonly {
    readonly kind: ReferenceKind;
    readonly resource: string;
    readonly account: string;
    readonly path: string;
    readonly text: string;
    readonly file: string;
    readonly line: number;
  }[];
}

export interface Inventory {
  readonly snapshot: string;
  /** False: neither code nor state was given, so that nothing counts as unmanaged. */
  readonly isCompared: boolean;
  readonly resources: number;
  readonly unknownTags: number;
  readonly orphans: readonly OrphanEntry[];
  readonly shadows: readonly ShadowEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

/** All live accounts are in memory at once. Throws AppErrors for what the user has to correct. */
export async function takeInventory(options: InventoryOptions): Promise<Inventory> {
  const { cwd, language } = options;
  const messages = messagesIn(language);
  const folder = resolve(cwd, options.snapshot);
  if (!isSnapshotFolder(folder)) throw new AppError('snapshot-missing', { message: messages.target.noSnapshot(options.snapshot) });
  const { live, snapshot } = aboutSnapshots(messages, () => ({ live: openLive(folder), snapshot: openSnapshot(folder) }));
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic): void => void diagnostics.push(each);
  const sides = [...live.roots()].map((root) => readSide(root, report));
  const unmanaged = await unmanagedThings(sides, { options, folder, messages, report });
  const owners = new Set(options.ownerTags.map((each) => each.toLowerCase()));
  const { orphans, resources, unknownTags } = orphansIn(sides, {
    readers: resourceReaders,
    unmanaged,
    isOwner: (tag) => (owners.size > 0 ? owners.has(tag.toLowerCase()) : isOwnerTag(tag)),
    madeBy: makersOf(sides, options.events, { cwd, messages, report }),
  });
  const told = snapshot.accounts().flatMap(({ provider, account }) => [...referencesInCalls(snapshot.recordedCalls(provider, account))]);
  const shadows = shadowAccounts(allReferences(sides, told), {
    collected: new Set(snapshot.accounts().map(({ provider, account }) => `${provider}:${account.toLowerCase()}`)),
    names: new Map(told.flatMap(({ cloud, account, name }) => (name === null ? [] : [[`${cloud}:${account}`, name] as const]))),
  });
  return {
    snapshot: options.snapshot,
    isCompared: unmanaged !== null,
    resources,
    unknownTags,
    orphans: orphans.map(orphanEntry),
    shadows: shadows.map(shadowEntry),
    diagnostics: [...live.diagnostics().map((each) => diagnosticIn(language, each)), ...diagnostics],
  };
}

function* allReferences(sides: readonly Side[], told: readonly AccountReference[]): Generator<AccountReference> {
  yield* told;
  for (const { root } of sides) yield* referencesInRoot(root);
}

interface Comparing {
  readonly options: InventoryOptions;
  readonly folder: string;
  readonly messages: Messages;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** What is in no code and no state, as `drift` finds it; null when there is neither. */
async function unmanagedThings(
  sides: readonly Side[],
  { options, folder, messages, report }: Comparing,
): Promise<ReadonlySet<Thing> | null> {
  const { cwd, states } = options;
  const [first, ...others] = states;
  const code = options.code ?? first;
  if (code === undefined) return null;
  const located = [locateTarget(code, { cwd, messages })];
  const { config } = await loadConfig({ configFile: null, cwd }, { located, catalogue: productCatalogue(), messages });
  const read = readDriftCode({
    code,
    states: options.code === null ? others : states,
    cwd,
    messages,
    varFiles: [],
    variables: config.terraform.variables,
    workspace: config.terraform.workspace ?? 'default',
  });
  for (const each of read.diagnostics) report(diagnosticIn(options.language, each));
  const { drifts } = detectDrift(read.sides, sides, {
    readers: resourceReaders,
    stateNames: read.stateNames,
    stackNames: deployment(read.sides, sides, { folder, only: [], messages, report }).stackNames,
    isInState: ({ declared }) => read.isInState(declared),
    isObservable: () => true,
    isCollectedIn: () => true,
    // Only the matching is wanted, no verdicts.
    judging: { checksOf: () => [], severityOf: ({ check }) => check.severity, parametersOf: () => undefined, failed: () => {} },
  });
  return new Set(drifts.flatMap(({ kind, live }) => (kind === 'unmanaged' && live ? [live] : [])));
}

function makersOf(
  sides: readonly Side[],
  events: readonly string[],
  where: { readonly cwd: string; readonly messages: Messages; readonly report: (diagnostic: Diagnostic) => void },
): (thing: Thing) => Change | null {
  if (events.length === 0) return () => null;
  const keys = new Map(sides.flatMap(({ things }) => things).map((thing, index) => [thing, String(index)]));
  const log = new CreationLog(
    [...keys].map(([thing, key]) => ({
      key,
      names: namesOf(thing),
      service: eventSourceOf(thing),
      account: thing.root.account ?? null,
      noun: thing.main.type.slice(thing.main.type.lastIndexOf('.') + 1).replaceAll('-', ''),
    })),
  );
  for (const record of eventRecords(events, where)) log.add(record);
  return (thing) => log.of(keys.get(thing) ?? '');
}

function orphanEntry({ thing: { main, declared }, score, reasons }: Orphan): OrphanEntry {
  const { range } = declared.block;
  return {
    id: declared.address,
    name: main.name,
    type: main.type,
    provider: main.provider,
    account: main.account,
    region: main.region,
    score,
    reasons,
    file: range.source.path,
    line: startLine(range),
  };
}

function shadowEntry({ cloud, account, name, ownedBy, references }: ShadowAccount): ShadowEntry {
  return {
    provider: cloud,
    account,
    name,
    ownedBy,
    references: references.map((each) => ({
      kind: each.kind,
      resource: each.by,
      account: each.in,
      path: each.path,
      text: maskCredentials(each.text),
      file: each.range.source.path,
      line: startLine(each.range),
    })),
  };
}
