/** Terraform code on disk → scan report. */
import { resolve } from 'node:path';
import type { CatalogueEntry, Diagnostic, Range, ScanReport, Severity, Status } from '@kumomori/model';
import { bareAddress, resourceReaders } from '@kumomori/model';
import type { HclFile, TerraformModuleRoot } from '@kumomori/parsers';
import { evaluateTerraform, isConfigurationFile } from '@kumomori/parsers';
import type { Catalogue } from '../catalogue/index.ts';
import { productCatalogue, selectChecks } from '../catalogue/index.ts';
import type { Config } from '../config/index.ts';
import { emptyConfig, findConfigFile, readConfig, readConfigText } from '../config/index.ts';
import { AppError } from '../errors.ts';
import type { InstanceVerdict } from '../findings/index.ts';
import { frameworkCoverage, groupFindings, summarize } from '../findings/index.ts';
import { matchesPath } from '../glob.ts';
import type { Messages } from '../i18n/index.ts';
import { messagesIn } from '../i18n/index.ts';
import { formatBaseline } from '../suppressions/index.ts';
import { toolVersion } from '../version.ts';
import { withBaseline } from './baseline-file.ts';
import type { CheckPlan } from './evaluate-checks.ts';
import { evaluateResources, readResources } from './evaluate-checks.ts';
import { maskedLines } from './masked-lines.ts';
import type { ScanOptions, ScanResult } from './scan-options.ts';
import { suppress } from './suppress-verdicts.ts';
import type { Target, TargetFolder } from './targets.ts';
import { locateTarget, mergeTargets, openTarget } from './targets.ts';

/** What one TARGET gave. */
interface Scanned {
  readonly verdicts: readonly InstanceVerdict[];
  readonly files: ReadonlyMap<string, HclFile>;
  readonly moduleCalls: ReadonlyMap<string, Range>;
  readonly diagnostics: readonly Diagnostic[];
  readonly resources: number;
}

/**
 * Scans every TARGET and puts one report together. Trouble in the code becomes diagnostics; AppErrors are thrown for what the user has to
 * correct: TARGETs, kumomori.yaml, names of checks, variable files, the baseline.
 */
export async function scanTerraform(options: ScanOptions): Promise<ScanResult> {
  const started = options.now();
  const messages = messagesIn(options.language);
  const catalogue = options.catalogue ?? productCatalogue();
  const located = options.targets.map((path) => locateTarget(path, { cwd: options.cwd, messages }));
  const config = loadConfig(options, { located, catalogue, messages });
  const plan = planChecks(options, { config, catalogue, messages });
  const targets = openTargets(mergeTargets(located), { options, config, messages });
  const workspace = options.workspace ?? config.terraform.workspace ?? 'default';
  const variables = new Map([...config.terraform.variables, ...(options.variables ?? [])]);

  const scanned: Scanned[] = [];
  for (const target of targets) scanned.push(await scanTarget(target, { plan, options, config, terraform: { workspace, variables } }));

  const today = started.toISOString().slice(0, 10);
  const suppression = suppress(distinguishTargets(scanned, targets), {
    config,
    catalogue,
    messages,
    today,
    workspace,
    plan,
    preview: options.previewExceptions === true,
  });
  const shown = new Set<Status>(['fail', 'unknown', ...(options.include ?? [])]);
  const grouped = groupFindings(suppression.verdicts, { listed: shown, frameworksOf: catalogue.controlsOf });
  const baseline = withBaseline(grouped, { path: options.baseline ?? null, cwd: options.cwd, messages, ranChecks: plan.ranChecks });
  const findings = baseline.findings;
  const report: ScanReport = {
    schemaVersion: '1',
    tool: { name: 'kumomori', version: toolVersion() },
    startedAt: started.toISOString(),
    finishedAt: options.now().toISOString(),
    targets: located.map(({ path }) => ({ kind: 'terraform', path })),
    summary: summarize(findings, { resources: sum(scanned.map((each) => each.resources)), checks: plan.ranChecks.size }),
    findings: findings.filter((finding) => shown.has(finding.status)),
    frameworks: frameworkCoverage(catalogue.frameworks, findings, catalogue.idOf),
    coverage: [],
    diagnostics: sortDiagnostics([...scanned.flatMap((each) => each.diagnostics), ...suppression.diagnostics, ...baseline.diagnostics]),
  };
  return {
    report,
    baselineText: formatBaseline(grouped),
    exceptions: suppression.exceptions,
    failOn: config.failOn,
    catalogue,
    linesOf: maskedLines(report.findings, (file) => linesIn(targets, file)),
  };
}

interface Context {
  readonly catalogue: Catalogue;
  readonly messages: Messages;
}

function loadConfig(
  options: ScanOptions,
  { located, catalogue, messages }: Context & { readonly located: readonly TargetFolder[] },
): Config {
  const given = options.configFile ?? null;
  const path = given === null ? findConfigFile([...located.map((each) => each.folder), options.cwd]) : resolve(options.cwd, given);
  if (path === null) return emptyConfig;
  const text = readConfigText(path);
  const file = given ?? displayPath(path, located, options.cwd);
  if (text === null) throw new AppError('config-missing', { message: messages.config.unreadable(file) });
  return readConfig(text, { file, catalogue, messages });
}

/** Relative to the TARGET it lies in or to the working folder, as the user would write it. */
function displayPath(path: string, located: readonly TargetFolder[], cwd: string): string {
  const folder = [...located.map((each) => each.folder), cwd].find((each) => path.startsWith(`${each}/`));
  return folder === undefined ? path : path.slice(folder.length + 1);
}

export interface Plan extends CheckPlan {
  readonly ranChecks: ReadonlySet<string>;
}

function planChecks(options: ScanOptions, { config, catalogue, messages }: Context & { readonly config: Config }): Plan {
  const severityOf = (entry: CatalogueEntry): Severity => config.severity.get(entry.id) ?? entry.check.severity;
  const idsOf = (selectors: readonly string[] = []): ReadonlySet<string> =>
    new Set(
      selectors.flatMap((selector) => {
        const selected = selectChecks(selector, catalogue, severityOf);
        if (selected.kind === 'found') return [...selected.ids];
        const code = selected.what === 'framework' ? 'unknown-framework' : 'unknown-check';
        throw new AppError(code, { message: messages.unknown[selected.what](selected.name, selected.suggestion) });
      }),
    );
  const narrowing = [
    options.checks,
    options.frameworks?.map((name) => `framework:${name}`),
    options.severities?.map((name) => `severity:${name}`),
  ];
  const narrowed = narrowing.filter((selectors) => selectors !== undefined && selectors.length > 0).map((selectors) => idsOf(selectors));
  const skipped = idsOf(options.skipChecks);
  const isNamed = (id: string): boolean =>
    narrowed.length > 0 ? narrowed.every((ids) => ids.has(id)) : (config.selected?.has(id) ?? true);
  const chosen = catalogue.checks.filter(
    ({ id, check }) => isNamed(id) && !skipped.has(id) && !config.skipped.has(id) && (!check.deprecated || narrowed.length > 0),
  );
  const byType = Map.groupBy(chosen, (entry) => entry.check.on);
  return { byType, severityOf, parametersOf: (id) => config.parameters.get(id), ranChecks: new Set(chosen.map((entry) => entry.id)) };
}

function openTargets(
  located: readonly TargetFolder[],
  { options, config, messages }: { readonly options: ScanOptions; readonly config: Config; readonly messages: Messages },
): readonly Target[] {
  let done = 0;
  let total = 0;
  const onRead = (path: string): void => {
    if (isConfigurationFile(path)) options.onProgress?.({ phase: 'read', done: ++done, total });
  };
  const varFiles = [...config.terraform.varFiles, ...(options.varFiles ?? [])];
  const targets = located.map((each) => openTarget(each, { cwd: options.cwd, messages, varFiles, onRead }));
  total = sum(targets.map((target) => target.disk.tree.paths.filter(isConfigurationFile).length));
  return targets;
}

interface TargetScan {
  readonly plan: Plan;
  readonly options: ScanOptions;
  readonly config: Config;
  readonly terraform: { readonly workspace: string; readonly variables: ReadonlyMap<string, string> };
}

async function scanTarget(target: Target, { plan, options, config, terraform }: TargetScan): Promise<Scanned> {
  const { roots, files, diagnostics } = evaluateTerraform(target.disk.tree, { ...terraform, varFiles: target.variableFiles });
  const isWanted = (path: string): boolean =>
    (target.onlyFiles === null || target.onlyFiles.includes(path)) &&
    (config.include.length === 0 || config.include.some((pattern) => matchesPath(pattern, path))) &&
    !config.exclude.some((pattern) => matchesPath(pattern, path));
  const own: Diagnostic[] = [];
  const verdicts: InstanceVerdict[] = [];
  let resources = 0;
  for (const [index, root] of roots.entries()) {
    resources += root.resources.filter((each) => each.mode === 'managed' && isWanted(each.block.range.source.path)).length;
    const read = readResources(root, resourceReaders, (each) => own.push(each)).filter((each) => isWanted(each.origin.range.source.path));
    for (const verdict of evaluateResources(read, plan, (each) => own.push(each))) verdicts.push(verdict);
    options.onProgress?.({ phase: 'check', done: index + 1, total: roots.length });
  }
  const said = [...diagnostics, ...target.disk.diagnostics(), ...own].filter(
    (each) => each.file === '' || config.exclude.length === 0 || isWanted(each.file),
  );
  return { verdicts, files, moduleCalls: callsOf(roots), diagnostics: said, resources };
}

/** `root folder | address without keys` → the module block. */
function callsOf(roots: readonly TerraformModuleRoot[]): ReadonlyMap<string, Range> {
  return new Map(
    roots.flatMap((root) => root.moduleCalls.map((call) => [`${root.dir}|${bareAddress(call.address)}`, call.range] as const)),
  );
}

/** The same folder names in two TARGETs are different code: from the second TARGET on, a clash puts the TARGET into the identity. */
function distinguishTargets(scanned: readonly Scanned[], targets: readonly Target[]): readonly Scanned[] {
  const taken = new Map<string, number>();
  return scanned.map((each, index) => {
    const verdicts = each.verdicts.map((verdict) => {
      const key = `${verdict.entry.id}\n${verdict.identity}`;
      const owner = taken.get(key) ?? index;
      taken.set(key, owner);
      return owner === index ? verdict : { ...verdict, identity: `${targets[index]?.path}\n${verdict.identity}` };
    });
    return { ...each, verdicts };
  });
}

function linesIn(targets: readonly Target[], file: string): readonly string[] | null {
  for (const { disk } of targets) {
    const lines = disk.linesOf(file);
    if (lines) return lines;
  }
  return null;
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const each of numbers) total += each;
  return total;
}

/** By place; the same thing said twice is said once. */
function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unique = new Map(diagnostics.map((each) => [`${each.file}:${each.line}:${each.column}:${each.code}:${each.message}`, each]));
  return [...unique.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0)));
}
