/** SARIF 2.1.0 (OASIS, errata 01) as GitHub code scanning and editors show it. */
import type { CatalogueEntry, Diagnostic, Evidence, Finding, Severity } from '@kumomori/model';
import { snippetsOf } from '@kumomori/model';
import {
  contextOf,
  decidingEvidence,
  firstOfChecks,
  fixPlace,
  isAbsolute,
  isLive,
  jsonPieces,
  languageTag,
  otherInstances,
  placeOf,
  repositoryPath,
  riskOf,
} from './finding-view.ts';
import { answerOf, liveScope } from './live-view.ts';
import { messagesFor } from './messages.ts';
import type { AnyReport, OutputContext, OutputFormat } from './output-format.ts';
import { cautionsOf } from './cautions.ts';
import { patchChanges } from './patch-changes.ts';

export const sarif: OutputFormat = {
  name: 'sarif',
  render(report, context) {
    return [...pieces(report, context)].join('');
  },
  pieces,
};

function pieces(report: AnyReport, context: OutputContext): Iterable<string> {
  const firstOf = firstOfChecks(report.findings);
  const ids = [...new Set([...context.catalogue.keys(), ...firstOf.keys()])].toSorted();
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const rules = ids.map((id) => rule(id, { entry: context.catalogue.get(id), finding: firstOf.get(id) }, context));
  const frame = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run(rules, { report, context })],
  };
  const results = Iterator.from(report.findings).map((each) => result(each, indexOf.get(each.checkId) ?? 0, { report, context }));
  return jsonPieces(frame, '\n      "results": ', results);
}

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** GitHub reads the number: over 9.0 critical, 7.0 to 8.9 high, 4.0 to 6.9 medium, 0.1 to 3.9 low (docs.github.com, read 2026-11-22). */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '3.0', info: '1.0' };

/** SARIF §3.27.9: `open` says that the tool lacked the information to decide; every kind but `fail` has level `none` (§3.27.10). */
const KINDS = { pass: 'pass', fail: 'fail', unknown: 'open', 'not-applicable': 'notApplicable' } as const;

/** Without its results. */
function run(rules: readonly unknown[], { report, context }: Whole): unknown {
  return {
    tool: {
      driver: {
        name: report.tool.name,
        version: report.tool.version,
        semanticVersion: report.tool.version,
        language: languageTag[context.language],
        rules,
      },
    },
    language: languageTag[context.language],
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: uriBases(report, context),
    invocations: [invocation(report, context)],
    results: [],
  };
}

/** Answers of a live account lie in a snapshot, not in a repository. */
function uriBases({ targets }: AnyReport, { language }: OutputContext): unknown {
  const { srcRoot, snapshot } = messagesFor(language).sarif;
  return {
    '%SRCROOT%': { description: { text: srcRoot } },
    ...(targets.some(({ kind }) => kind === 'live') && { '%SNAPSHOT%': { description: { text: snapshot } } }),
  };
}

interface RuleSources {
  readonly entry: CatalogueEntry | undefined;
  readonly finding: Finding | undefined;
}

function rule(id: string, { entry, finding }: RuleSources, context: OutputContext): unknown {
  const { language } = context;
  const title = entry?.check.title[language] ?? finding?.title[language] ?? id;
  const summary = entry?.check.fix.summary[language] ?? finding?.fix.summary[language] ?? title;
  // An override in kumomori.yaml changes the finding's severity, and the whole rule has it then.
  const severity = finding?.severity ?? entry?.check.severity ?? 'medium';
  const type = entry?.check.on ?? finding?.resource.type ?? '';
  const [provider, service] = type.split('.');
  const reference = entry?.check.references[0];
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: entry?.check.why[language] ?? title },
    ...(reference === undefined ? {} : { helpUri: reference }),
    help: { text: summary, markdown: entry ? helpMarkdown(entry, context) : summary },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: ['security', 'misconfiguration', ...[provider, service].filter((tag) => tag !== undefined && tag !== '')],
      precision: 'very-high',
      'problem.severity': LEVELS[severity] === 'note' ? 'recommendation' : LEVELS[severity],
      'security-severity': SECURITY_SEVERITY[severity],
    },
  };
}

function helpMarkdown(entry: CatalogueEntry, { language }: OutputContext): string {
  const { id, check } = entry;
  const {
    sarif: words,
    markdown: { beforeApplying },
  } = messagesFor(language);
  return [
    `**${words.why}**: ${check.why[language]}`,
    `**${words.fix}**: ${check.fix.summary[language]}`,
    ...cautionsOf(entry, language).map(({ text }) => `**${beforeApplying}**: ${text}`),
    ...snippetsOf(check.fix).map((snippet) => fenced(snippet.language, snippet.text)),
    ...(check.fix.cli === undefined ? [] : [fenced('sh', check.fix.cli)]),
    ...(check.fix.console ? [`**${words.console}**: ${check.fix.console[language]}`] : []),
    `**${words.references}**\n${check.references.map((url) => `- <${url}>`).join('\n')}`,
    ...(check.equivalents.length > 0 ? [`**${words.equivalents}**: ${check.equivalents.map((one) => `\`${one}\``).join(', ')}`] : []),
    `\`kumomori explain ${id}\``,
  ].join('\n\n');
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

interface Whole {
  readonly report: AnyReport;
  readonly context: OutputContext;
}

function result(finding: Finding, ruleIndex: number, { report, context }: Whole): unknown {
  const words = messagesFor(context.language).sarif;
  const kind = KINDS[finding.status];
  const others = otherInstances(finding).length;
  const risk = riskOf(finding);
  const reasons = contextOf(finding, context.language);
  const cautions = cautionsOf(context.catalogue.get(finding.checkId), context.language);
  const more = others > 0 ? ` ${words.instances(others + 1)}` : '';
  return {
    ruleId: finding.checkId,
    ruleIndex,
    kind,
    level: kind === 'fail' ? LEVELS[finding.severity] : 'none',
    message: { text: plainMessage(`${finding.message[context.language]}${more}`) },
    locations: [primaryLocation(finding, { report, context })],
    relatedLocations: relatedLocations(finding, { report, context }),
    // GitHub matches alerts over runs by primaryLocationLineHash; ours does not move with the lines.
    partialFingerprints: { primaryLocationLineHash: `${finding.fingerprint}:1`, 'kumomori/v1': finding.fingerprint },
    ...(finding.change && { baselineState: finding.change === 'changed' ? 'updated' : 'new' }),
    ...(finding.suppressed === null ? {} : { suppressions: [suppression(finding.suppressed)] }),
    // §3.27.25: between 0 and 100, the gravest highest.
    ...(risk && { rank: risk.score }),
    ...(finding.fix.patch !== null && { fixes: [patchFix(finding, finding.fix.patch, { report, context })] }),
    properties: {
      severity: finding.severity,
      ...(reasons.length > 0 && { context: reasons }),
      ...(risk && { risk: risk.score, attackPaths: risk.paths }),
      status: finding.status,
      resourceType: finding.resource.type,
      resource: finding.resource.name,
      ...(isLive(finding) && { account: finding.resource.account, region: finding.resource.region }),
      instances: finding.instances.map(({ address }) => address),
      frameworks: finding.frameworks.map((one) => `${one.framework} ${one.version} ${one.control}`),
      evidence: finding.evidence.map(({ path, value, state, reason }) => ({ path, value, state, reason })),
      ...(cautions.length > 0 && { cautions: cautions.map(({ id }) => id) }),
    },
  };
}

/** §3.55: whole lines go, whole lines come. */
function patchFix({ fix, checkId }: Finding, patch: string, { report, context }: Whole): unknown {
  const { language } = context;
  const cautions = cautionsOf(context.catalogue.get(checkId), language);
  const byFile = Map.groupBy(patchChanges(patch), ({ file }) => file);
  return {
    description: { text: plainMessage([fix.summary[language], ...cautions.map(({ text }) => text)].join(' ')) },
    artifactChanges: [...byFile].map(([file, changes]) => ({
      artifactLocation: artifactLocation(file, report),
      replacements: changes.map(({ line, removed, inserted }) => ({
        deletedRegion: { startLine: line, startColumn: 1, endLine: line + removed, endColumn: 1 },
        insertedContent: { text: inserted },
      })),
    })),
  };
}

function suppression(suppressed: NonNullable<Finding['suppressed']>): unknown {
  return {
    kind: suppressed.by === 'inline' ? 'inSource' : 'external',
    status: 'accepted',
    ...(suppressed.reason === null ? {} : { justification: suppressed.reason }),
    properties: { by: suppressed.by, owner: suppressed.owner, expires: suppressed.expires },
  };
}

/** What really runs stands in no file: SARIF §3.33 has logical locations for it. */
function liveLocation({ resource }: Finding): unknown {
  return { logicalLocations: [{ name: resource.name, fullyQualifiedName: resource.id, kind: 'resource' }] };
}

function primaryLocation(finding: Finding, { report, context }: Whole): unknown {
  if (isLive(finding)) return liveLocation(finding);
  const evidence = decidingEvidence(finding);
  const file = evidence?.file ?? finding.origin.file;
  const line = evidence?.line ?? null;
  const region = evidence && line !== null ? evidenceRegion(evidence, line, context) : blockRegion(finding);
  return {
    physicalLocation: { artifactLocation: artifactLocation(file, report), region },
    logicalLocations: [{ name: finding.resource.name, fullyQualifiedName: finding.origin.address, kind: 'resource' }],
  };
}

function blockRegion({ origin }: Finding): unknown {
  return { startLine: origin.startLine, endLine: Math.max(origin.startLine, origin.endLine) };
}

function evidenceRegion(evidence: Evidence, startLine: number, { linesOf }: OutputContext): unknown {
  const endLine = Math.max(startLine, evidence.endLine ?? startLine);
  if (evidence.column === null) return { startLine, endLine };
  const last = evidence.file === null ? undefined : linesOf(evidence.file)?.[endLine - 1];
  const end = last === undefined ? 0 : last.trimEnd().length + 1;
  const isAfterStart = endLine > startLine || end > evidence.column;
  return { startLine, startColumn: evidence.column, endLine, ...(end > 1 && isAfterStart ? { endColumn: end } : {}) };
}

/** The chain of the value, the place to change, the block: what is not the primary location. */
function relatedLocations(finding: Finding, { report, context }: Whole): unknown[] {
  const words = messagesFor(context.language).sarif;
  if (isLive(finding)) return [answerLocation(finding, context)];
  const evidence = decidingEvidence(finding);
  const steps = (evidence?.provenance ?? []).map(({ name, file, line }) => ({ text: words.chain(name), file, line }));
  const fix = fixPlace(finding);
  const block = { text: words.block(finding.origin.address), file: finding.origin.file, line: finding.origin.startLine };
  const places = [...steps, ...(fix ? [{ text: words.fixHere, ...fix }] : []), block];
  return places.map(({ text, file, line }, id) => ({
    id,
    message: { text: plainMessage(text) },
    physicalLocation: { artifactLocation: artifactLocation(file, report), region: { startLine: line } },
  }));
}

/** The line of the snapshot with the answer. */
function answerLocation(finding: Finding, context: OutputContext): unknown {
  const { file, line } = placeOf(finding);
  const text = messagesFor(context.language).sarif.answer(answerOf(finding, context)?.call ?? liveScope(finding));
  const artifact = { uri: uriOf(file), uriBaseId: '%SNAPSHOT%' };
  return { id: 0, message: { text: plainMessage(text) }, physicalLocation: { artifactLocation: artifact, region: { startLine: line } } };
}

/** `[text](target)` is a link even in plain text messages (SARIF §3.11.6): what users name must not become one. */
function plainMessage(text: string): string {
  return text.replaceAll('](', '] (');
}

/** A URI reference relative to the repository, or a `file:` URI for a file outside. */
function artifactLocation(file: string, report: AnyReport): unknown {
  const path = repositoryPath(file, report).replaceAll('\\', '/');
  const encoded = uriOf(path);
  if (isAbsolute(path)) return { uri: `file://${path.startsWith('/') ? '' : '/'}${encoded.replace('%3A', ':')}` };
  return { uri: encoded, uriBaseId: '%SRCROOT%' };
}

function uriOf(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join('/');
}

function invocation(report: AnyReport, context: OutputContext): unknown {
  const words = messagesFor(context.language).sarif;
  const gaps = report.coverage.map(({ scope, operation, reason, permission }) => ({
    descriptor: { id: 'coverage-gap' },
    level: 'warning',
    message: {
      text: plainMessage(words.coverageGap(scope, operation, permission === null ? reason : `${reason}; ${words.missing(permission)}`)),
    },
  }));
  return {
    executionSuccessful: true,
    startTimeUtc: report.startedAt,
    endTimeUtc: report.finishedAt,
    toolExecutionNotifications: [...report.diagnostics.map((one) => notification(one, report)), ...gaps],
  };
}

function notification({ severity, file, line, column, code, message }: Diagnostic, report: AnyReport): unknown {
  const region = line === null ? {} : { region: { startLine: line, ...(column === null ? {} : { startColumn: column }) } };
  return {
    descriptor: { id: code },
    level: severity === 'info' ? 'note' : severity,
    message: { text: plainMessage(message) },
    locations: [{ physicalLocation: { artifactLocation: artifactLocation(file, report), ...region } }],
  };
}
