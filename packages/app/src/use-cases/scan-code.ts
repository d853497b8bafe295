/** Infrastructure code on disk → scan report. */
import { dirname, join } from 'node:path';
import type { CodeKind, Diagnostic, Finding, Findings, Resource, ScanReport, Status } from '@kumomori/model';
import { resourceReaders } from '@kumomori/model';
import type { CodeFile, DetectedInput, EvaluatedRoot, KnownKey } from '@kumomori/parsers';
import { evaluateCode, secretsInTexts } from '@kumomori/parsers';
import { productCatalogue } from '../catalogue/index.ts';
import type { Config } from '../config/index.ts';
import type { FindingsKeeper, GroupOptions, InstanceVerdict, OriginTarget } from '../findings/index.ts';
import { countFindings, frameworkCoverage, keepInMemory, keepOnDisk, nameFiles } from '../findings/index.ts';
import type { Messages } from '../i18n/index.ts';
import { diagnosticIn, messagesIn, reasonIn } from '../i18n/index.ts';
import { SpoolFile } from '../spool/index.ts';
import { baselineLines, formatBaseline } from '../suppressions/index.ts';
import { toolVersion } from '../version.ts';
import { openBaseline } from './baseline-file.ts';
import { openOwnChecks } from './open-own-checks.ts';
import { withOwnFrameworks } from './own-frameworks.ts';
import type { ModuleCalls } from './callers.ts';
import { callersOf, moduleCallsOf } from './callers.ts';
import { readRoot, verdictsOn } from './evaluate-checks.ts';
import { compileBicep, nothingCompiled } from './bicep-templates.ts';
import { configVariableFiles } from './config-variable-files.ts';
import { renderCharts } from './helm-charts.ts';
import { buildKustomizations } from './kustomizations.ts';
import { loadConfig } from './load-config.ts';
import { SecretPlaces, maskedLines } from './masked-lines.ts';
import { ReachOfAccounts, blindChecks } from './live-reach.ts';
import type { LiveTarget } from './live-target.ts';
import type { PathMatcher } from './path-scope.ts';
import { coversFolder, pathMatcher } from './path-scope.ts';
import type { Plan } from './plan-checks.ts';
import { planChecks } from './plan-checks.ts';
import type { DiskSpace, ScanOptions, ScanResult } from './scan-options.ts';
import { sensitiveVariables } from './secret-lines.ts';
import { sortDiagnostics } from './sort-diagnostics.ts';
import { explainedSpool, explainingSpool } from './spool-errors.ts';
import { Suppressor } from './suppress-verdicts.ts';
import type { Target, TargetFolder } from './targets.ts';
import type { GitHistory } from './git-history.ts';
import { noHistory, onlyHistoric, readGitHistory } from './git-history.ts';
import type { AgingVerdict } from './line-ages.ts';
import { agingVerdict, withAges } from './line-ages.ts';
import { ExternalComparing, openExternal } from './external-findings.ts';
import { readKnownKeys } from './known-keys.ts';
import { openRego } from './open-rego.ts';
import type { RegoBundles } from './rego-verdicts.ts';
import type { OpenPlanSource } from './plan-source.ts';
import { openPlanSource } from './plan-source.ts';
import { withExposure } from './note-exposure.ts';
import type { NotedRisks } from './note-risk.ts';
import { pathRisksIn } from './note-risk.ts';
import type { SnapshotOfTarget } from './recorded-answers.ts';
import { recordedAnswers } from './recorded-answers.ts';
import { Identities } from './target-identities.ts';
import { locateTarget, mayBeCode, mergeTargets, openTarget } from './targets.ts';

/** What one TARGET gave, beside its verdicts. */
interface Scanned {
  readonly files: ReadonlyMap<string, CodeFile>;
  readonly inputs: readonly DetectedInput[];
  readonly diagnostics: readonly Diagnostic[];
  readonly resources: number;
  readonly isLost: boolean;
}

/** Findings in memory up to this number. A finding takes 2 kB. */
const IN_MEMORY = 50_000;

/**
 * Scans every TARGET and puts one report together. Trouble in the code becomes diagnostics; AppErrors are thrown for what the user has to
 * correct: TARGETs, kumomori.yaml, names of checks, variable files, the baseline.
 */
export async function scanCode(options: ScanOptions): Promise<ScanResult> {
  return scanKeeping(options, keepInMemory);
}

/** The same for scans of any size: too many findings go to the disk. Throws AppError `temporary-failed` too, also while they are read. */
export async function scanLarge(options: ScanOptions, { folder, inMemory = IN_MEMORY }: DiskSpace): Promise<ScanResult<Findings>> {
  const open = (): SpoolFile => new SpoolFile(folder);
  return scanKeeping(options, (grouping) => keepOnDisk(grouping, { inMemory, open }));
}

async function scanKeeping<List extends Findings>(
  options: ScanOptions,
  keeperFor: (options: GroupOptions) => FindingsKeeper<List>,
): Promise<ScanResult<List>> {
  const { language } = options;
  const { catalogue: checked, diagnostics } = await openOwnChecks(options);
  const catalogue = await withOwnFrameworks(checked, options);
  const keeper = keeperFor({ listed: shownStatuses(options), frameworksOf: catalogue.controlsOf, reasonIn, language });
  try {
    return await scanInto(keeper, { ...options, catalogue }, diagnostics);
  } catch (error) {
    keeper.close();
    throw explainedSpool(error, messagesIn(language));
  }
}

async function scanInto<List extends Findings>(
  keeper: FindingsKeeper<List>,
  options: ScanOptions,
  aboutChecks: readonly Diagnostic[],
): Promise<ScanResult<List>> {
  const started = options.now();
  const messages = messagesIn(options.language);
  const catalogue = options.catalogue ?? productCatalogue();
  const located = options.targets.map((path) => locateTarget(path, { cwd: options.cwd, messages }));
  const { config, folder: configFolder } = await loadConfig(options, { located, catalogue, messages });
  const plan = planChecks(options, { config, catalogue, messages });
  const targets = openTargets(mergeTargets(located), { options, config, configFolder, messages });
  const origins = originsOf(targets, options.cwd);
  const called = new Set(targets.flatMap((target) => target.disk.outsideModules));
  const workspace = options.workspace ?? config.terraform.workspace ?? 'default';
  const variables = new Map([...config.terraform.variables, ...(options.variables ?? [])]);

  const planSource = openPlanSource(options.source ?? null, { cwd: options.cwd, messages });

  const knownKeys = readKnownKeys(options.snapshot ?? null, { cwd: options.cwd, messages });

  const external = new ExternalComparing(openExternal(options.external ?? [], { cwd: options.cwd, messages }));
  const baseline = await openBaseline(options.baseline ?? null, { cwd: options.cwd, messages });

  const today = started.toISOString().slice(0, 10);
  const isWhole = configFolder === null || targets.some((target) => target.onlyFiles === null && coversFolder(target.folder, configFolder));
  const preview = options.previewExceptions === true;
  const suppressor = new Suppressor({ config, catalogue, messages, today, workspace, plan, isWhole, preview });
  const risks = options.paths === true ? await pathRisksIn(options) : null;
  const identities = targets.length > 1 ? new Identities() : null;
  const { ranChecks, byType } = plan;
  const reach = new ReachOfAccounts(new Set(byType.keys()));

  const rego = await openRego(options);
  const common = { plan, options, config, called, terraform: { workspace, variables }, planSource, knownKeys, rego, reach };
  const noted = { keeper, suppressor, external, risks, identities, today };
  const scanned = await judgeTargets({ ...common, ...noted, targets, origins, configFolder }).finally(() => rego?.close());

  const { findings, others } = keeper.finish((finding) => withPatch(baseline?.apply(finding) ?? finding, options.patches));
  const secrets = new SecretPlaces();
  const { checksOf, ...counts } = countFindings({ findings, others }, (finding) => {
    secrets.see(finding);
    baseline?.see(finding);
  });
  const live = reach.result();
  const compared = options.external?.length ? external.result({ checks: catalogue.checks, messages }) : null;
  const report: ScanReport<List> = {
    schemaVersion: '1',
    tool: { name: 'kumomori', version: toolVersion() },
    startedAt: started.toISOString(),
    finishedAt: options.now().toISOString(),
    targets: targetsOf(located, { targets, scanned }),
    summary: { resources: sum(scanned.map((each) => each.resources)), checks: ranChecks.size, ...counts },
    findings,
    frameworks: frameworkCoverage(catalogue.frameworks, checksOf, { ...catalogue, ranChecks, isBlind: blindChecks(catalogue, live) }),
    coverage: targets.flatMap((target) => target.live?.gaps ?? []),
    diagnostics: sortDiagnostics([
      ...aboutChecks,
      ...scanned.flatMap((each) => each.diagnostics),
      ...suppressor.diagnostics(),
      ...(baseline?.diagnostics({ ranChecks, messages }) ?? []),
      ...(compared?.diagnostics ?? []),
      ...(rego?.diagnostics ?? []),
    ]),
    ...(risks && { attackPaths: risks.paths }),
    ...(compared && { external: compared.findings }),
    ...(live && { live }),
  };
  return {
    report,
    ...lookups({ secrets, scanned, targets, origins, planSource }),
    baselinePieces: () => explainingSpool(formatBaseline(keeper.sorted(baselineLines(findings))), messages),
    exceptions: suppressor.exceptions,
    failOn: config.failOn,
    ranChecks,
    catalogue,
    unreadable: targets.filter((_, index) => scanned[index]?.isLost).map((target) => target.path),
    close: () => keeper.close(),
  };
}

/** What all TARGETs of a scan share, and where their verdicts go. */
interface TargetsScan extends Omit<TargetScan, 'matchesAny' | 'origin' | 'history'> {
  readonly targets: readonly Target[];
  /** One for each target. */
  readonly origins: readonly OriginTarget[];
  readonly configFolder: string | null;
  readonly keeper: Pick<FindingsKeeper<Findings>, 'add'>;
  readonly suppressor: Suppressor;
  readonly external: ExternalComparing;
  readonly risks: NotedRisks | null;
  readonly identities: Identities | null;
  readonly today: string;
}

async function judgeTargets(judging: TargetsScan): Promise<readonly Scanned[]> {
  const { targets, origins, configFolder, keeper, suppressor, external, risks, identities, today, ...common } = judging;
  const { options } = common;
  const scanned: Scanned[] = [];
  for (const [index, target] of targets.entries()) {
    const matchesAny = pathMatcher(target.folder, configFolder);
    const origin = origins[index] as OriginTarget; // one for each target
    options.observer?.target(target.disk.tree, origin);
    const history = options.gitHistory === true ? await readGitHistory(target.folder) : noHistory;
    const judged = scanTarget(target, { ...common, matchesAny, origin, history });
    const suppressing = suppressor.within({ ...judged.code, matchesAny, origin });
    const keep = (judgedOne: InstanceVerdict): void => {
      const verdict = risks?.noted(judgedOne) ?? judgedOne;
      external.see(verdict);
      const counted = suppressing.suppress(identities?.distinguished(verdict, target) ?? verdict);
      options.observer?.verdict(counted);
      keeper.add(counted);
    };
    const aged = options.blame === true ? await withAges(judged, { folder: target.disk.tree.root, today }) : null;
    for (const verdict of aged?.verdicts ?? judged.verdicts) keep(verdict);
    const said = (aged?.diagnostics ?? []).map((each) => diagnosticIn(options.language, each));
    const { diagnostics, ...result } = judged.result();
    scanned.push({ ...judged.code, ...result, diagnostics: [...diagnostics, ...said, ...suppressing.diagnostics()] });
  }
  return scanned;
}

function withPatch(finding: Finding, patches: ScanOptions['patches']): Finding {
  const patch = patches?.get(finding.fingerprint);
  return patch === undefined ? finding : { ...finding, fix: { ...finding.fix, patch } };
}

interface ScannedTargets {
  readonly targets: readonly Target[];
  readonly scanned: readonly Scanned[];
}

function targetsOf(located: readonly TargetFolder[], { targets, scanned }: ScannedTargets): ScanReport['targets'] {
  return located.flatMap(({ path, folder }) => {
    const index = targets.findIndex((target) => target.folder === folder);
    return kindsOf(scanned[index]?.inputs ?? []).map((kind) => ({ kind, path }));
  });
}

function originsOf(targets: readonly Target[], cwd: string): readonly OriginTarget[] {
  const isOnlyOne = targets.length === 1;
  return targets.map(({ path, folder, onlyFiles }) =>
    nameFiles({ path, folder, writtenFolder: onlyFiles === null ? path : dirname(path), cwd, isOnlyOne }),
  );
}

interface LookupOptions extends Omit<Frames, 'inputs'> {
  readonly secrets: SecretPlaces;
  readonly scanned: readonly Scanned[];
}

/** What outputs ask for. Made here, where no verdict is in reach and kept alive until the report is written. */
function lookups(options: LookupOptions): Pick<ScanResult, 'linesOf' | 'relativeToTarget' | 'answerAt'> {
  const { secrets, targets, origins, planSource } = options;
  const frames: Frames = { targets, origins, inputs: inputsOf(options.scanned), planSource };
  return {
    linesOf: maskedLines(secrets, (file) => linesIn(frames, file), sensitiveNames(options.scanned)),
    relativeToTarget: (file, path) => origins.find((each) => each.path === path)?.relative(file) ?? file,
    answerAt: recordedAnswers(snapshotsOf(targets, origins)),
  };
}

function snapshotsOf(targets: readonly Target[], origins: readonly OriginTarget[]): readonly SnapshotOfTarget[] {
  return targets.flatMap(({ live, folder }, index) => {
    const origin = origins[index];
    return live && origin ? [{ folder, origin }] : [];
  });
}

function inputsOf(scanned: readonly Scanned[]): Frames['inputs'] {
  return scanned.map(({ inputs }) => inputs);
}

function sensitiveNames(scanned: readonly Scanned[]): ReadonlySet<string> {
  return new Set(scanned.flatMap(({ files }) => [...files.values()].flatMap(({ source }) => sensitiveVariables(source.text))));
}

function shownStatuses({ include = [] }: ScanOptions): ReadonlySet<Status> {
  return new Set<Status>(['fail', 'unknown', ...include]);
}

interface Opening {
  readonly options: ScanOptions;
  readonly config: Config;
  readonly configFolder: string | null;
  readonly messages: Messages;
}

function openTargets(located: readonly TargetFolder[], { options, config, configFolder, messages }: Opening): readonly Target[] {
  let done = 0;
  let total = 0;
  const onRead = (path: string): void => {
    if (mayBeCode(path)) done += 1;
    if (total > 0) options.onProgress?.({ phase: 'read', done: Math.min(done, total), total });
  };
  const varFiles = [
    ...configVariableFiles(config.terraform.varFiles, {
      configFolder,
      targets: located.map(({ folder }) => folder),
      cwd: options.cwd,
      messages,
    }),
    ...(options.varFiles ?? []),
  ];
  const alsoWithin = located.filter((each) => each.onlyFiles === null).map((each) => each.folder);
  const targets = located.map((each) =>
    openTarget(each, { cwd: options.cwd, messages, varFiles, onRead, alsoWithin, ...(options.opened && { opened: options.opened }) }),
  );
  total = sum(targets.map((target) => target.disk.tree.paths.filter(mayBeCode).length));
  return targets;
}

interface TargetScan {
  readonly plan: Plan;
  readonly options: ScanOptions;
  readonly config: Config;
  readonly matchesAny: PathMatcher;
  readonly origin: OriginTarget;
  /** Absolute folders of modules that another TARGET of this run calls: they are evaluated there. */
  readonly called: ReadonlySet<string>;
  readonly terraform: { readonly workspace: string; readonly variables: ReadonlyMap<string, string> };
  readonly planSource: OpenPlanSource | null;
  readonly knownKeys: ReadonlyMap<string, KnownKey>;
  readonly history: GitHistory;
  readonly reach: ReachOfAccounts;
  readonly rego: RegoBundles | null;
}

/** What a TARGET holds, ready to be judged root by root. */
interface Readable {
  readonly roots: Iterable<EvaluatedRoot>;
  /** How many roots there are. */
  readonly size: number;
  readonly moduleCalls: ModuleCalls;
  readonly files: ReadonlyMap<string, CodeFile>;
  readonly inputs: readonly DetectedInput[];
  /** Grows while roots are read. */
  diagnostics(): readonly Diagnostic[];
}

function readLive({ size, roots, diagnostics }: LiveTarget): Readable {
  const inputs: readonly DetectedInput[] = [{ path: 'manifest.json', kind: 'live', role: 'code', because: 'it is a snapshot' }];
  return { roots: roots(), size, moduleCalls: moduleCallsOf([]), files: new Map(), inputs, diagnostics };
}

function readCode(target: Target, { options, called, terraform, planSource, knownKeys, history }: TargetScan): Readable {
  const charts = options.helm === true ? renderCharts(target.disk.tree) : { tree: target.disk.tree, diagnostics: [] };
  const built = options.kustomize === true ? buildKustomizations(charts.tree) : { tree: charts.tree, diagnostics: [] };
  const compiled = options.bicep === true ? compileBicep(built.tree) : nothingCompiled;
  const {
    roots: all,
    files,
    inputs,
    diagnostics,
  } = evaluateCode(built.tree, {
    terraform: { ...terraform, varFiles: target.variableFiles, ...(options.terraformMemory && { memory: options.terraformMemory }) },
    cloudformation: {
      parameters: terraform.variables,
      parameterFiles: target.variableFiles.filter((path) => /\.(?:json|ya?ml)$/.test(path)),
    },
    compiledBicep: compiled.templates,
    secrets: options.secrets !== false,
    knownKeys,
    ...(planSource && { planSource: planSource.seenFrom(target.disk.tree.root) }),
  });
  const read = history.sources.length === 0 ? all : [...all, onlyHistoric(secretsInTexts(history.sources, knownKeys), all)];
  const roots = called.size === 0 ? read : read.filter((root) => !called.has(join(target.disk.tree.root, root.dir)));
  const said = [...diagnostics, ...history.diagnostics, ...charts.diagnostics, ...built.diagnostics, ...compiled.diagnostics];
  const { found, live } = target.exports;
  return {
    roots: live ? chained(roots, live.roots()) : roots,
    size: roots.length + (live?.size ?? 0),
    moduleCalls: moduleCallsOf(roots),
    files,
    inputs: [...inputs, ...found.map(({ path, because }) => ({ path, kind: 'live', role: 'code', because }) as const)],
    diagnostics: () => (live ? [...said, ...live.diagnostics()] : said),
  };
}

function* chained<T>(...parts: readonly Iterable<T>[]): Generator<T> {
  for (const part of parts) yield* part;
}

/** A TARGET on its way through the checks. */
interface Judging {
  readonly code: Pick<Readable, 'files' | 'inputs' | 'moduleCalls'>;
  /** Once; each account or root is let go of before the next one. */
  readonly verdicts: Iterable<InstanceVerdict>;
  /** Those of the verdicts so far that git may overrule. */
  readonly aging: readonly AgingVerdict[];
  /** After the last verdict. */
  result(): Pick<Scanned, 'diagnostics' | 'resources' | 'isLost'>;
}

/** Resources that wait for the bundles together. */
const REGO_BATCH = 100;

function scanTarget(target: Target, scan: TargetScan): Judging {
  const { plan, options, config, matchesAny, origin, reach, rego } = scan;
  const shown = shownStatuses(options);
  const { roots, size, moduleCalls, files, inputs, diagnostics } = target.live ? readLive(target.live) : readCode(target, scan);
  const isNamed = (path: string): boolean => target.onlyFiles === null || target.onlyFiles.includes(path);
  const isWanted = (path: string): boolean =>
    (config.include.length === 0 || matchesAny(config.include, path)) && !matchesAny(config.exclude, path);
  // Of a TARGET that is a file, the modules it calls and the code of a plan are part.
  const wants = (resource: Resource): boolean => {
    const { path } = resource.origin.range.source;
    return (
      isWanted(path) &&
      (isNamed(path) ||
        isNamed(resource.origin.rootDir) ||
        callersOf(resource.origin, moduleCalls).some((each) => isNamed(each.source.path)))
    );
  };
  const own: Diagnostic[] = [];
  const report = (each: Diagnostic): void => void own.push(each);
  const aging: AgingVerdict[] = [];
  let resources = 0;
  let isJudged = false;
  function* verdicts(): Generator<InstanceVerdict> {
    let done = 0;
    for (const root of roots) {
      reach.see(root);
      const called = (address: string): boolean =>
        callersOf({ address, rootDir: root.dir }, moduleCalls).some((each) => isNamed(each.source.path));
      const only = options.only && (options.only.get(root.dir) ?? new Set());
      // What stands in files of any kind is no resource of anybody's.
      if (only) resources += only.size;
      else if (root.kind !== 'text')
        resources += root.resources.filter(({ mode, address, block }) => {
          const { path } = block.range.source;
          return mode === 'managed' && isWanted(path) && (isNamed(path) || isNamed(root.dir) || called(address));
        }).length;
      const { resources: found, set } = readRoot(root, resourceReaders, report);
      const asked = Iterator.from(found).filter((resource) => (only?.has(resource.key) ?? true) && wants(resource));
      const passed: Resource[] = [];
      const seen = options.observer?.resource ? asked.map((resource) => (options.observer?.resource?.(resource, origin), resource)) : asked;
      const judged = rego ? seen.map((resource) => (passed.push(resource), resource)) : seen;
      for (const verdict of withExposure(verdictsOn(judged, plan, { set, target: origin, report, shown }), root)) {
        isJudged = true;
        const aged = options.blame === true ? agingVerdict(verdict, plan, set) : null;
        if (aged) aging.push(aged);
        yield verdict;
        if (rego && passed.length >= REGO_BATCH) yield* rego.verdicts(passed.splice(0), origin);
      }
      if (rego) yield* rego.verdicts(passed, origin);
      done += 1;
      options.onProgress?.({ phase: 'check', done, total: Math.max(done, size) });
    }
  }
  const result = (): Pick<Scanned, 'diagnostics' | 'resources' | 'isLost'> => {
    const said = [...diagnostics(), ...target.disk.diagnostics(), ...own]
      .filter((each) => each.file === '' || !matchesAny(config.exclude, each.file))
      .map((each) => diagnosticIn(options.language, each.file === '' ? each : { ...each, file: origin.shown(each.file) }));
    const wasRead =
      target.live !== null ||
      inputs.some(({ path, kind, role }) => role === 'code' && (kind === 'live' || files.has(path)) && isNamed(path));
    return { diagnostics: said, resources, isLost: !wasRead || (!isJudged && own.some((each) => each.code === 'internal')) };
  };
  return { code: { files, inputs, moduleCalls }, verdicts: verdicts(), aging, result };
}

interface Frames {
  readonly targets: readonly Target[];
  readonly origins: readonly OriginTarget[];
  /** Of each target. */
  readonly inputs: readonly (readonly DetectedInput[])[];
  readonly planSource: OpenPlanSource | null;
}

/** Plans and states have no lines that anybody reads, and hold secrets. */
const WITHOUT_FRAMES: ReadonlySet<CodeKind> = new Set<CodeKind>(['terraform-plan', 'terraform-state']);

function linesIn({ targets, origins, inputs, planSource }: Frames, file: string): readonly string[] | null {
  for (const [index, { disk }] of targets.entries()) {
    if (inputs[index]?.some(({ path, kind }) => WITHOUT_FRAMES.has(kind) && origins[index]?.shown(path) === file)) return null;
    const ofPlan = planSource?.linesOf(file, { root: disk.tree.root, shown: (path) => origins[index]?.shown(path) ?? path });
    if (ofPlan) return ofPlan;
    // With several TARGETs names begin with the TARGET: what is read is found by that name only.
    const path = targets.length === 1 ? file : disk.tree.paths.find((each) => origins[index]?.shown(each) === file);
    const lines = path === undefined ? null : disk.linesOf(path);
    if (lines) return lines;
  }
  return null;
}

/** Formats of a TARGET, each once; Terraform when nothing was recognized, which is what an unreadable TARGET was meant to be. */
function kindsOf(inputs: readonly DetectedInput[]): readonly CodeKind[] {
  const kinds = new Set(inputs.flatMap(({ kind, role }) => (role === 'code' ? [kind] : [])));
  return kinds.size === 0 ? ['terraform'] : [...kinds];
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const each of numbers) total += each;
  return total;
}
