/** Terraform code on disk → scan report. */
import type { Diagnostic, Range, ScanReport, Status } from '@kumomori/model';
import { bareAddress, resourceReaders } from '@kumomori/model';
import type { HclFile, TerraformModuleRoot } from '@kumomori/parsers';
import { evaluateTerraform, isConfigurationFile } from '@kumomori/parsers';
import { productCatalogue } from '../catalogue/index.ts';
import type { Config } from '../config/index.ts';
import type { InstanceVerdict } from '../findings/index.ts';
import { frameworkCoverage, groupFindings, summarize } from '../findings/index.ts';
import type { Messages } from '../i18n/index.ts';
import { messagesIn } from '../i18n/index.ts';
import { formatBaseline } from '../suppressions/index.ts';
import { toolVersion } from '../version.ts';
import { withBaseline } from './baseline-file.ts';
import { evaluateResources, readResources } from './evaluate-checks.ts';
import { configVariableFiles } from './config-variable-files.ts';
import { loadConfig } from './load-config.ts';
import { maskedLines } from './masked-lines.ts';
import type { PathMatcher } from './path-scope.ts';
import { coversFolder, pathMatcher } from './path-scope.ts';
import type { Plan } from './plan-checks.ts';
import { planChecks } from './plan-checks.ts';
import type { ScanOptions, ScanResult } from './scan-options.ts';
import { suppress } from './suppress-verdicts.ts';
import type { Target, TargetFolder } from './targets.ts';
import { locateTarget, mergeTargets, openTarget } from './targets.ts';

/** What one TARGET gave. */
interface Scanned {
  readonly verdicts: readonly InstanceVerdict[];
  readonly files: ReadonlyMap<string, HclFile>;
  readonly moduleCalls: ReadonlyMap<string, Range>;
  readonly matchesAny: PathMatcher;
  readonly diagnostics: readonly Diagnostic[];
  readonly resources: number;
  readonly isLost: boolean;
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
  const { config, folder: configFolder } = await loadConfig(options, { located, catalogue, messages });
  const plan = planChecks(options, { config, catalogue, messages });
  const targets = openTargets(mergeTargets(located), { options, config, configFolder, messages });
  const workspace = options.workspace ?? config.terraform.workspace ?? 'default';
  const variables = new Map([...config.terraform.variables, ...(options.variables ?? [])]);

  const scanned: Scanned[] = [];
  for (const target of targets) {
    const matchesAny = pathMatcher(target.folder, configFolder);
    scanned.push(scanTarget(target, { plan, options, config, matchesAny, terraform: { workspace, variables } }));
  }

  const today = started.toISOString().slice(0, 10);
  const suppression = suppress(distinguishTargets(scanned, targets), {
    config,
    catalogue,
    messages,
    today,
    workspace,
    plan,
    isWhole: configFolder === null || targets.some((target) => target.onlyFiles === null && coversFolder(target.folder, configFolder)),
    preview: options.previewExceptions === true,
  });
  const shown = new Set<Status>(['fail', 'unknown', ...(options.include ?? [])]);
  const grouped = groupFindings(suppression.verdicts, { listed: shown, frameworksOf: catalogue.controlsOf });
  const baseline = await withBaseline(grouped, { path: options.baseline ?? null, cwd: options.cwd, messages, ranChecks: plan.ranChecks });
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
    unreadable: targets.filter((_, index) => scanned[index]?.isLost).map((target) => target.path),
    linesOf: maskedLines(report.findings, (file) => linesIn(targets, file)),
  };
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
    if (isConfigurationFile(path)) options.onProgress?.({ phase: 'read', done: ++done, total });
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
  const targets = located.map((each) => openTarget(each, { cwd: options.cwd, messages, varFiles, onRead }));
  total = sum(targets.map((target) => target.disk.tree.paths.filter(isConfigurationFile).length));
  return targets;
}

interface TargetScan {
  readonly plan: Plan;
  readonly options: ScanOptions;
  readonly config: Config;
  readonly matchesAny: PathMatcher;
  readonly terraform: { readonly workspace: string; readonly variables: ReadonlyMap<string, string> };
}

function scanTarget(target: Target, { plan, options, config, matchesAny, terraform }: TargetScan): Scanned {
  const { roots, files, diagnostics } = evaluateTerraform(target.disk.tree, { ...terraform, varFiles: target.variableFiles });
  const isWanted = (path: string): boolean =>
    (target.onlyFiles === null || target.onlyFiles.includes(path)) &&
    (config.include.length === 0 || matchesAny(config.include, path)) &&
    !matchesAny(config.exclude, path);
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
  const isLost = ![...files.keys()].some(isConfigurationFile) || (verdicts.length === 0 && own.some((each) => each.code === 'internal'));
  return { isLost, verdicts, files, moduleCalls: callsOf(roots), matchesAny, diagnostics: said, resources };
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
