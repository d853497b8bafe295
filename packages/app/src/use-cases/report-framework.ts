/** A scan, new or saved, as a report about one framework. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Finding, Findings, Framework, Language } from '@kumomori/model';
import type { Catalogue } from '../catalogue/index.ts';
import { findFrameworks, frameworkNames } from '../catalogue/index.ts';
import { readManualAnswers } from '../config/index.ts';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { messagesIn } from '../i18n/index.ts';
import type { FrameworkReport } from '../outputs/index.ts';
import { evidenceText, frameworkReportFormats, whereText } from '../outputs/index.ts';
import { suggest } from '../suggest.ts';
import { toolVersion } from '../version.ts';
import type { AssessedFinding, AssessedScan } from './assess-framework.ts';
import { assessFramework } from './assess-framework.ts';
import type { EarlierReport } from './compare-reports.ts';
import { readEarlierReport, trendOf } from './compare-reports.ts';
import { textsOf } from './framework-texts.ts';
import { openOwnChecks } from './open-own-checks.ts';
import { withOwnFrameworks } from './own-frameworks.ts';
import { readSavedScan } from './saved-scan.ts';
import { scanLarge } from './scan-code.ts';
import type { DiskSpace, ScanOptions, ScanResult } from './scan-options.ts';

export interface ReportFrameworkOptions extends Pick<
  ScanOptions,
  'cwd' | 'now' | 'language' | 'onProgress' | 'checkFolders' | 'allowTypeScriptChecks'
> {
  /** `cis-aws@5.0`; without a version the newest. */
  readonly framework: string;
  readonly frameworkFiles?: readonly string[];
  /** Scanned, unless a saved report is given. */
  readonly targets: readonly string[];
  /** Path of a report of `scan --format json`. */
  readonly from?: string | null;
  /** Path of the YAML of answers. */
  readonly answers?: string | null;
  /** Path of an earlier report of `report --format json`. */
  readonly previous?: string | null;
  readonly configFile?: string | null;
  readonly space: DiskSpace;
  readonly catalogue?: Catalogue;
}

/** What is the same of a new scan and of a saved one. */
interface Scanned extends Pick<FrameworkReport, 'scannedAt' | 'resources' | 'gaps'> {
  readonly scan: AssessedScan;
  readonly close: () => void;
}

/** Throws AppErrors: `unknown-framework`, those of a scan, `config-invalid` for answers and own frameworks, `report-invalid`. */
export async function reportFramework(options: ReportFrameworkOptions): Promise<FrameworkReport> {
  const { cwd, language } = options;
  const messages = messagesIn(language);
  const catalogue = await withOwnFrameworks((await openOwnChecks(options)).catalogue, options);
  const framework = frameworkNamed(options.framework, catalogue, messages);
  const { answers: file = null } = options;
  const answers =
    file === null ? new Map() : await readManualAnswers(Object.keys(framework.controls), { path: resolve(cwd, file), file, messages });
  const texts = await textsOf(framework);
  const earlier = earlierReport(options, framework, messages);
  const { scan, close, ...facts } = await scanned(options, { framework, messages });
  try {
    const entryOf = (name: string) => catalogue.byId.get(catalogue.idOf(name) ?? '') ?? null;
    const assessment = assessFramework(scan, { framework, texts, entryOf, answers });
    const { id, version, mapping, complete } = framework;
    return {
      tool: { name: 'kumomori', version: toolVersion() },
      framework: { id, version, name: texts.name, mapping, complete, isUsers: framework.texts !== undefined, about: texts.about },
      targets: scan.targets,
      knowsPasses: scan.knowsPasses,
      ...facts,
      ...assessment,
      trend: earlier === null ? null : trendOf(earlier, assessment),
    };
  } finally {
    close();
  }
}

function earlierReport(
  { cwd, previous: file = null }: ReportFrameworkOptions,
  { id, version }: Framework,
  messages: Messages,
): EarlierReport | null {
  if (file === null) return null;
  if (!existsSync(resolve(cwd, file))) throw new AppError('target-missing', { message: messages.target.missing(file) });
  const { previousInvalid, previousOther } = messages.reports;
  return readEarlierReport(
    resolve(cwd, file),
    { id, version },
    { invalid: previousInvalid(file), other: (name) => previousOther(file, name, `${id}@${version}`) },
  );
}

/** The report in a format of `frameworkReportFormats`; a text, or bytes. */
export async function renderFrameworkReport(report: FrameworkReport, format: string, language: Language): Promise<string | Uint8Array> {
  const render = frameworkReportFormats.get(format);
  if (!render) throw new RangeError(`no format ${format}`); // the command line knows the formats
  return render(report, language);
}

function frameworkNamed(name: string, { frameworks }: Catalogue, messages: Messages): Framework {
  const newest = findFrameworks(name, frameworks).toSorted((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }));
  // Without a version the standard's newest, not what is ours beside it.
  const found = newest.findLast(({ version }) => !version.endsWith('-objective')) ?? newest.at(-1);
  if (found) return found;
  throw new AppError('unknown-framework', { message: messages.unknown.framework(name, suggest(name, frameworkNames(frameworks))) });
}

interface Scanning {
  readonly framework: Framework;
  readonly messages: Messages;
}

async function scanned(options: ReportFrameworkOptions, { framework, messages }: Scanning): Promise<Scanned> {
  const { from = null, cwd, targets, now, language, configFile = null, onProgress, space, frameworkFiles = [] } = options;
  const { checkFolders = [], allowTypeScriptChecks = false } = options;
  if (from !== null) {
    if (!existsSync(resolve(cwd, from))) throw new AppError('target-missing', { message: messages.target.missing(from) });
    const saved = readSavedScan(resolve(cwd, from), messages.reports.fromInvalid(from));
    const scan = saved.of(framework);
    if (!scan) throw new AppError('report-invalid', { message: messages.reports.fromWithout(`${framework.id}@${framework.version}`) });
    const { startedAt, summary, coverage } = saved;
    return { scan, scannedAt: startedAt, resources: summary.resources, gaps: coverage.map(gapText), close: () => {} };
  }
  const result = await scanLarge(
    {
      ...{ targets, cwd, now, language, configFile, frameworkFiles, checkFolders, allowTypeScriptChecks },
      ...(options.catalogue && { catalogue: options.catalogue }),
      frameworks: [`${framework.id}@${framework.version}`],
      include: ['pass', 'not-applicable'],
      ...(onProgress && { onProgress }),
    },
    space,
  );
  const { report } = result;
  return {
    scan: scanOf(result),
    scannedAt: report.startedAt,
    resources: report.summary.resources,
    gaps: report.coverage.map(gapText),
    close: result.close,
  };
}

function gapText({ scope, operation, reason }: { readonly scope: string; readonly operation: string; readonly reason: string }): string {
  return `${scope} ${operation}: ${reason}`;
}

function scanOf({ report, ranChecks }: ScanResult<Findings>): AssessedScan {
  return {
    findings: Iterator.from(report.findings).map(assessed),
    targets: report.targets,
    ranChecks,
    knowsPasses: true,
    statuses: null,
    live: report.live ?? null,
  };
}

function assessed(finding: Finding): AssessedFinding {
  const { origin } = finding;
  return { ...finding, file: origin.file, place: whereText(finding), evidence: evidenceText(finding) };
}
