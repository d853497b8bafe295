/** Code, states and a live account → drift report. */
import { resolve } from 'node:path';
import type { CatalogueEntry, Diagnostic, Language, Severity } from '@kumomori/model';
import { liveSources, resourceReaders, startLine } from '@kumomori/model';
import type { Side } from '@kumomori/engine';
import { detectDrift as detect } from '@kumomori/engine';
import type { DriftOptions } from '@kumomori/engine';
import { AppError } from '../errors.ts';
import { diagnosticIn, messagesIn } from '../i18n/index.ts';
import type { Messages } from '../i18n/index.ts';
import type { DriftReport } from '../outputs/index.ts';
import { isSnapshotFolder, openSnapshot } from '../snapshots/index.ts';
import { toolVersion } from '../version.ts';
import { readDriftCode, readSide } from './drift-code.ts';
import { changesOf } from './drift-events.ts';
import type { DriftReporting } from './drift-report.ts';
import { aheadEntries, driftEntries, notComparedEntries, sorted, summaryOf } from './drift-report.ts';
import { deployment } from './drift-stacks.ts';
import { ExpectedDrift } from './expected-drift.ts';
import type { LiveTarget } from './live-target.ts';
import { openLive } from './live-target.ts';
import { loadConfig } from './load-config.ts';
import { openOwnChecks } from './open-own-checks.ts';
import { planChecks } from './plan-checks.ts';
import { aboutSnapshots } from './snapshot-errors.ts';
import { locateTarget } from './targets.ts';

export interface DetectDriftOptions {
  readonly code: string;
  readonly states: readonly string[];
  /** A snapshot folder; live accounts are collected before. */
  readonly live: string;
  readonly stacks: readonly string[];
  /** Files and folders of CloudTrail logs. */
  readonly events: readonly string[];
  readonly cwd: string;
  readonly now: () => Date;
  readonly language: Language;
  readonly configFile: string | null;
  readonly varFiles: readonly string[];
  readonly variables: ReadonlyMap<string, string>;
  readonly workspace: string | null;
  /** Folders with checks of the user, beside those of kumomori.yaml. */
  readonly checkFolders?: readonly string[];
  readonly allowTypeScriptChecks?: boolean;
}

export interface DriftRun {
  readonly report: DriftReport;
  /** From kumomori.yaml. */
  readonly failOn: Severity | 'none' | null;
}

/** All live accounts are in memory at once. Throws AppErrors for what the user has to correct. */
export async function detectDrift(options: DetectDriftOptions): Promise<DriftRun> {
  const { cwd, language, now } = options;
  const started = now();
  const messages = messagesIn(language);
  const live = openSnapshotFolder(options.live, cwd, messages);
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic): void => void diagnostics.push(each);
  const { catalogue, diagnostics: aboutChecks } = await openOwnChecks({ ...options, targets: [options.code] });
  const located = [locateTarget(options.code, { cwd, messages })];
  const { config } = await loadConfig({ configFile: options.configFile, cwd }, { located, catalogue, messages });
  const variables = new Map([...config.terraform.variables, ...options.variables]);
  const workspace = options.workspace ?? config.terraform.workspace ?? 'default';
  const code = readDriftCode({ ...options, messages, variables, workspace });
  const sides = [...live.roots()].map((root) => readSide(root, report));
  const plan = planChecks({ targets: [], cwd, now, language }, { config, catalogue, messages });
  const stacks = deployment(code.sides, sides, { folder: resolve(cwd, options.live), only: options.stacks, messages, report });
  const result = detect(code.sides, sides, {
    readers: resourceReaders,
    stateNames: code.stateNames,
    stackNames: stacks.stackNames,
    isInState: ({ declared }) => code.isInState(declared) ?? stacks.isDeployed(declared),
    isObservable,
    isCollectedIn: collectedRegions(resolve(cwd, options.live)),
    judging: {
      checksOf: (type): readonly CatalogueEntry[] => plan.byType.get(type) ?? [],
      severityOf: (entry) => plan.severityOf(entry),
      parametersOf: (id) => plan.parametersOf(id),
      failed: (entry, { origin }, error) => {
        const reason = error instanceof Error ? error.message : String(error);
        const message = messages.drift.diagnostics.checkFailed(entry.id, origin.address, reason);
        report({
          severity: 'error',
          file: origin.range.source.path,
          line: startLine(origin.range),
          column: null,
          code: 'internal',
          message,
        });
      },
    },
  });
  const expected = new ExpectedDrift(config.expectedDrift, started.toISOString().slice(0, 10));
  const reporting: DriftReporting = {
    messages,
    language,
    expected,
    changeOf: changesOf(result.drifts, options.events, { cwd, messages, report }),
    hasTerraform: code.sides.some(({ root }) => root.kind.startsWith('terraform')),
  };
  const told = new Set(result.drifts.flatMap((drift) => (drift.code ? [drift.code.declared.address] : [])));
  const things = new Set(code.sides.flatMap((side) => side.things.map(({ declared }) => declared.address)));
  const satellites = code.ahead.filter(({ address }) => !told.has(address) && !things.has(address));
  const drifts = sorted([...driftEntries(result.drifts, reporting), ...aheadEntries(satellites, reporting)]);
  const notCompared = notComparedEntries(result, reporting);
  const own = [...code.diagnostics, ...live.diagnostics()].map((each) => diagnosticIn(language, each));
  return {
    failOn: config.failOn,
    report: {
      schemaVersion: '1',
      tool: { name: 'kumomori', version: toolVersion() },
      startedAt: started.toISOString(),
      finishedAt: now().toISOString(),
      code: options.code,
      state: options.states,
      live: options.live,
      summary: summaryOf(drifts, result.matched, notCompared.filter(({ path }) => path === null).length),
      drifts,
      notCompared,
      madeByCloud: result.madeByCloud.map(({ thing, madeBy }) => ({ type: thing.main.type, id: thing.declared.address, madeBy })),
      coverage: live.gaps,
      diagnostics: [...aboutChecks, ...own, ...diagnostics, ...expected.diagnostics(messages)],
    },
  };
}

function openSnapshotFolder(path: string, cwd: string, messages: Messages): LiveTarget {
  const folder = resolve(cwd, path);
  if (!isSnapshotFolder(folder)) throw new AppError('snapshot-missing', { message: messages.drift.cli.notLive(path) });
  return aboutSnapshots(messages, () => openLive(folder));
}

/** Listings that were made in no region, or in this one. A cloud of which the snapshot names no regions is asked as a whole. */
function collectedRegions(folder: string): DriftOptions['isCollectedIn'] {
  const snapshot = openSnapshot(folder);
  const scopes = snapshot.manifest?.scopes ?? [];
  return (cloud, region, blockTypes) => {
    const own = scopes.filter(({ provider }) => provider === cloud);
    if (cloud !== 'aws' || own.length === 0 || own.some(({ regions }) => regions.includes(region))) return true;
    const sources = liveSources.aws.filter(({ types }) => types.some((type) => blockTypes.includes(type)));
    const calls = new Set(sources.map(({ call }) => call));
    return own.some(({ account }) => {
      const recorded = snapshot.recordedCalls('aws', account);
      return [...calls].some((call) => {
        const [service = '', operation = ''] = call.split(':');
        return recorded.of(service, operation).some(({ place }) => place.region === 'global' || place.region === region);
      });
    });
  };
}

const seen = new Map(Object.entries(liveSources).map(([cloud, sources]) => [cloud, new Set(sources.flatMap(({ types }) => types))]));

/** Clouds without a list of sources tell of every type that their answers hold. */
function isObservable(cloud: Side['root']['cloud'] & string, blockType: string): boolean {
  const types = seen.get(cloud);
  return types === undefined || types.size === 0 || types.has(blockType);
}
