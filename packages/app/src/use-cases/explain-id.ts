/** Everything about a check, finding, framework, control or question about attack paths, by whatever name the user has for it. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CatalogueEntry, FixSnippet, Language } from '@kumomori/model';
import { resourceReaders, snippetsOf } from '@kumomori/model';
import type { Catalogue } from '../catalogue/index.ts';
import { auditSourcesOf, findFrameworks, frameworkNames, productCatalogue } from '../catalogue/index.ts';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import { inCloudWords, isOfTemplates } from '../outputs/index.ts';
import { suggest } from '../suggest.ts';
import type { ExplainedEdge, ExplainedQuery } from './explain-path.ts';
import type { CheckRow } from './list-checks.ts';
import { checkRow } from './list-checks.ts';
import type { ControlRow, FrameworkDetail } from './list-frameworks.ts';
import { describeFramework } from './list-frameworks.ts';
import { withOwnFrameworks } from './own-frameworks.ts';
import type { ReportedFinding } from './read-report.ts';

export interface ExplainOptions {
  readonly language: Language;
  readonly cwd: string;
  /** A report of `scan --format json`, for fingerprints. */
  readonly report?: string | null;
  readonly frameworkFiles?: readonly string[];
  readonly catalogue?: Catalogue;
}

/** A check with all its texts in one language. */
export interface ExplainedCheck extends CheckRow {
  readonly why: string;
  /** `snippets`: by format (`terraform`, `kubernetes` …); `terraform` is also there by itself, '' when there is none. */
  readonly fix: {
    readonly summary: string;
    readonly terraform: string;
    readonly cli: string;
    readonly console: string;
    readonly snippets: readonly FixSnippet[];
  };
  readonly references: readonly string[];
  /** Who logs the events after which a live account has to be looked at again; empty when it is not judged in live accounts. */
  readonly auditEvents: readonly string[];
}

/** `call`: of a live resource the call whose answer the evidence is; null for code. */
export type ExplainedFinding = Omit<ReportedFinding, 'evidence'> & {
  readonly evidence: readonly (ReportedFinding['evidence'][number] & { readonly call: string | null })[];
};

export type Explanation =
  | { readonly kind: 'check'; readonly asked: string; readonly checks: readonly ExplainedCheck[] }
  | { readonly kind: 'finding'; readonly asked: string; readonly finding: ExplainedFinding; readonly checks: readonly ExplainedCheck[] }
  | { readonly kind: 'query'; readonly asked: string; readonly query: ExplainedQuery }
  | { readonly kind: 'edge'; readonly asked: string; readonly edge: ExplainedEdge }
  | { readonly kind: 'framework'; readonly asked: string; readonly frameworks: readonly FrameworkDetail[] }
  | {
      readonly kind: 'control';
      readonly asked: string;
      readonly framework: Omit<FrameworkDetail, 'list'>;
      readonly control: ControlRow;
      readonly checks: readonly ExplainedCheck[];
    };

/** Fingerprints may be cut to their first eight digits. Throws AppError `unknown-id`, `report-invalid`, `unknown-framework`. */
export async function explainId(id: string, options: ExplainOptions): Promise<Explanation> {
  const { language, cwd, frameworkFiles = [] } = options;
  const catalogue = await withOwnFrameworks(options.catalogue ?? productCatalogue(), { targets: [], cwd, language, frameworkFiles });
  const explained = (entries: readonly CatalogueEntry[]): readonly ExplainedCheck[] =>
    entries.map((entry) => explainCheck(entry, catalogue, language));
  const entries = catalogue.find(id);
  if (entries.length > 0) return { kind: 'check', asked: id, checks: explained(entries) };
  if (/^[0-9a-f]{8,32}$/.test(id)) {
    const finding = await findingIn(options, id);
    const checks = explained(catalogue.find(finding.checkId));
    return { kind: 'finding', asked: id, finding, checks: finding.origin.kind === 'live' ? checks.map(inCloud) : checks };
  }
  const [framework = '', ...rest] = id.split(':');
  if (findFrameworks(framework, catalogue.frameworks).length > 0) {
    const frameworks = await describeFramework(framework, { language, catalogue });
    if (rest.length === 0) return { kind: 'framework', asked: id, frameworks };
    return explainControl(rest.join(':'), { asked: id, frameworks, catalogue, language });
  }
  const { explainedEdges, explainedQueries } = await import('./explain-path.ts');
  const query = explainedQueries(language).find((each) => each.id === id.toLowerCase());
  if (query) return { kind: 'query', asked: id, query };
  const edge = explainedEdges(language).find((each) => each.id === id.toUpperCase());
  if (edge) return { kind: 'edge', asked: id, edge };
  const names = [...explainedQueries(language), ...explainedEdges(language)].map((each) => each.id);
  const suggestion = catalogue.nearest(id) ?? suggest(id, [...frameworkNames(catalogue.frameworks), ...names]);
  throw new AppError('unknown-id', { message: messagesIn(language).explain.unknown(id, suggestion) });
}

interface ControlQuestion {
  readonly asked: string;
  readonly frameworks: readonly FrameworkDetail[];
  readonly catalogue: Catalogue;
  readonly language: Language;
}

function explainControl(name: string, { asked, frameworks, catalogue, language }: ControlQuestion): Explanation {
  for (const { list, ...framework } of frameworks) {
    const control = list.find((each) => each.control.toLowerCase() === name.toLowerCase());
    if (!control) continue;
    const checks = control.checks.flatMap(({ id }) => catalogue.find(id)).map((entry) => explainCheck(entry, catalogue, language));
    return { kind: 'control', asked, framework, control, checks };
  }
  throw new AppError('unknown-id', { message: messagesIn(language).explain.unknownControl(asked.slice(0, -name.length - 1), name) });
}

/** What really runs is not changed by a resource of Terraform: the steps in the console take the place of advice that names one. */
function inCloud({ fix, ...check }: ExplainedCheck): ExplainedCheck {
  const isOther = fix.console !== '' && isOfTemplates({ en: fix.summary, ja: '' });
  return { ...check, fix: { ...fix, summary: isOther ? fix.console : inCloudWords(fix.summary) } };
}

function explainCheck(entry: CatalogueEntry, catalogue: Catalogue, language: Language): ExplainedCheck {
  const { why, fix, references } = entry.check;
  return {
    ...checkRow(entry, catalogue, language),
    why: why[language],
    fix: {
      summary: fix.summary[language],
      terraform: fix.terraform ?? '',
      cli: fix.cli ?? '',
      console: fix.console?.[language] ?? '',
      snippets: snippetsOf(fix),
    },
    references,
    auditEvents: resourceReaders.filter(({ type }) => type === entry.check.on).flatMap(auditSourcesOf),
  };
}

async function findingIn({ report, cwd, language }: ExplainOptions, id: string): Promise<ExplainedFinding> {
  const texts = messagesIn(language).explain;
  if (report === undefined || report === null) throw new AppError('unknown-id', { message: texts.needsReport(id) });
  if (!existsSync(resolve(cwd, report))) throw new AppError('target-missing', { message: messagesIn(language).target.missing(report) });
  const { readReport } = await import('./read-report.ts');
  const finding = readReport(resolve(cwd, report), texts.noReport(report)).findings.find((each) => each.fingerprint.startsWith(id));
  if (!finding) throw new AppError('unknown-id', { message: texts.notInReport(id, report) });
  const { callOf } = await import('./recorded-answers.ts');
  return { ...finding, evidence: finding.evidence.map((each) => ({ ...each, call: each.file === null ? null : callOf(each.file) })) };
}
