/** Drift as SARIF 2.1.0: one result for each changed attribute, missing, unmanaged and unapplied resource, at the line of the code. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Severity } from '@kumomori/model';
import { messagesIn } from '../../i18n/index.ts';
import { languageTag, toJson } from '../finding-view.ts';
import type { DriftAttribute, DriftEntry, DriftFormat, DriftOutputContext, DriftReport } from './report.ts';
import { driftKinds } from './report.ts';
import { placeText } from '../place-text.ts';
import { codeText, driftValue, subject } from './text.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};
/** As docs.github.com maps numbers to severities, read 2026-11-22. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '3.0', info: '1.0' };

export const sarif: DriftFormat = {
  name: 'sarif',
  render(report, context) {
    const { drift } = messagesIn(context.language);
    const rules = driftKinds.map((kind) => ({
      id: `drift-${kind}`,
      shortDescription: { text: drift.rules[kind].title },
      fullDescription: { text: drift.rules[kind].why },
      help: { text: drift.kindHelp[kind] },
      defaultConfiguration: { level: 'warning' },
      properties: { tags: ['security', 'drift'], precision: 'very-high' },
    }));
    const results = report.drifts.flatMap((entry) =>
      entry.attributes.length === 0
        ? [result(entry, null, { report, context })]
        : entry.attributes.map((each) => result(entry, each, { report, context })),
    );
    return toJson({
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
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
          automationDetails: { id: 'kumomori-drift/' },
          invocations: [{ executionSuccessful: true, startTimeUtc: report.startedAt, endTimeUtc: report.finishedAt }],
          results,
        },
      ],
    });
  },
};

interface Whole {
  readonly report: DriftReport;
  readonly context: DriftOutputContext;
}

function result(entry: DriftEntry, attribute: DriftAttribute | null, { report, context }: Whole): unknown {
  const severity = entry.severity;
  const expected = attribute?.expected ?? entry.expected;
  const identity = hashOf([entry.kind, entry.type, subject(entry), attribute?.path ?? '', JSON.stringify(attribute?.live ?? null)]);
  const file = attribute?.file ?? entry.file ?? entry.liveFile;
  const line = attribute?.line ?? entry.line ?? entry.liveLine ?? 1;
  const folder = attribute?.file || entry.file ? report.code : report.live;
  return {
    ruleId: `drift-${entry.kind}`,
    ruleIndex: driftKinds.indexOf(entry.kind),
    level: severity === null ? (entry.kind === 'code-ahead' ? 'note' : 'warning') : LEVELS[severity],
    message: { text: messageOf(entry, attribute, context).replaceAll('](', '] (') },
    locations:
      file === null
        ? []
        : [
            {
              physicalLocation: { artifactLocation: { uri: uriOf(folder, file) }, region: { startLine: line } },
              logicalLocations: [{ name: entry.name, fullyQualifiedName: subject(entry), kind: 'resource' }],
            },
          ],
    partialFingerprints: { primaryLocationLineHash: `${identity}:1`, 'kumomori/v1': identity },
    ...(expected
      ? {
          suppressions: [
            {
              kind: 'external',
              status: 'accepted',
              justification: expected.reason,
              properties: { owner: expected.owner, expires: expected.expires },
            },
          ],
        }
      : {}),
    properties: {
      ...(severity === null ? {} : { 'security-severity': SECURITY_SEVERITY[severity] }),
      kind: entry.kind,
      resourceType: entry.type,
      id: entry.id,
      confidence: entry.confidence,
      checks: entry.checks.map(({ checkId, direction }) => `${direction}: ${checkId}`),
      ...(entry.change ? { principal: entry.change.principal, time: entry.change.time, event: entry.change.event } : {}),
      ...(entry.liveFile === null
        ? {}
        : { snapshot: placeText({ file: attribute?.liveFile ?? entry.liveFile, line: attribute?.liveLine ?? entry.liveLine }) }),
    },
  };
}

function messageOf(entry: DriftEntry, attribute: DriftAttribute | null, { language }: DriftOutputContext): string {
  const messages = messagesIn(language);
  const { drift } = messages;
  const head = `${subject(entry)}: ${drift.kindHelp[entry.kind]}`;
  if (!attribute) return head;
  return `${head}: ${attribute.path}; ${drift.words.code}: ${codeText(attribute, messages)}; ${drift.words.live}: ${driftValue(attribute.live, messages)}`;
}

function uriOf(folder: string, file: string): string {
  const path = file.startsWith('/') || /\.\w+$/.test(folder) ? file : posix.join(folder, file);
  const encoded = path
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join('/');
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}
