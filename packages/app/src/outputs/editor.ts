/** Findings as an editor wants them: a range to underline, one sentence, the rest for whoever points at it. */
import { snippetsOf, waysOf } from '@kumomori/model';
import type { CatalogueEntry, Finding, Severity } from '@kumomori/model';
import { cautionsOf } from './cautions.ts';
import { contextOf, decidingEvidence, openFindings, otherInstances, placeOf } from './finding-view.ts';
import { inline } from './markdown-text.ts';
import { messagesFor } from './messages.ts';
import type { AnyReport, OutputContext } from './output-format.ts';

/** Zero-based, in UTF-16 code units; the end is exclusive. */
export interface EditorRange {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface EditorFinding {
  readonly fingerprint: string;
  readonly checkId: string;
  readonly severity: Severity;
  /** Names the resource and the value. */
  readonly message: string;
  /** As the report names it. */
  readonly file: string;
  readonly range: EditorRange;
  /** Where the resource stands when that is elsewhere, and the stations of the value on its way. */
  readonly related: readonly { readonly file: string; readonly line: number; readonly text: string }[];
  /** Documentation; null when the check names none. */
  readonly href: string | null;
  /** Markdown: why it matters, how to fix it. */
  readonly hover: string;
  /** What an automatic fix does, when the check has one for this format; whether it can be done here is not known yet. */
  readonly fix: string | null;
  /** The fix may replace, break or cost something: nobody wants it done on saving. */
  readonly hasCaution: boolean;
  /** The first line of the block, from 1: a comment above it suppresses the finding. */
  readonly block: { readonly file: string; readonly line: number };
}

/** Open failures, the worst first. */
export function editorFindings(report: AnyReport, context: OutputContext): readonly EditorFinding[] {
  return [...openFindings(report)].map((finding) => editorFinding(finding, context));
}

function editorFinding(finding: Finding, context: OutputContext): EditorFinding {
  const { language } = context;
  const { fingerprint, checkId, severity, origin } = finding;
  const entry = context.catalogue.get(checkId);
  const others = otherInstances(finding).length;
  const more = others > 0 ? ` ${messagesFor(language).sarif.instances(others + 1)}` : '';
  return {
    fingerprint,
    checkId,
    severity,
    message: `${finding.message[language]}${more}`,
    file: placeOf(finding).file,
    range: rangeOf(finding, context),
    related: relatedOf(finding),
    href: entry?.check.references[0] ?? null,
    hover: hoverText(finding, entry, context),
    fix:
      waysOf(entry?.check.fix.edits, origin.kind).length === 0
        ? null
        : [finding.fix.summary[language], ...cautionsOf(entry, language).map(({ text }) => text)].join(' '),
    hasCaution: cautionsOf(entry, language).length > 0,
    block: { file: origin.file, line: origin.startLine },
  };
}

/** Of a value all of it, as far as it is code; of what is absent the head of the block that lacks it. */
function rangeOf(finding: Finding, { linesOf }: OutputContext): EditorRange {
  const evidence = decidingEvidence(finding);
  const { file, line } = placeOf(finding);
  const lines = linesOf(file) ?? [];
  const isAbsent = evidence === null || evidence.state === 'absent' || evidence.state === 'default';
  const last = isAbsent ? line : Math.max(line, evidence.endLine ?? line);
  const first = lines[line - 1] ?? '';
  const startColumn = isAbsent ? first.length - first.trimStart().length : (evidence.column ?? 1) - 1;
  const end = (lines[last - 1] ?? '').trimEnd().length;
  return { startLine: line - 1, startColumn, endLine: last - 1, endColumn: last > line ? end : Math.max(end, startColumn + 1) };
}

function relatedOf(finding: Finding): EditorFinding['related'] {
  const { origin } = finding;
  const steps = decidingEvidence(finding)?.provenance ?? [];
  const place = placeOf(finding);
  const isElsewhere = place.file !== origin.file || place.line < origin.startLine || place.line > origin.endLine;
  return [
    ...steps.map(({ file, line, name }) => ({ file, line, text: name })),
    ...(isElsewhere ? [{ file: origin.file, line: origin.startLine, text: origin.address }] : []),
  ];
}

function hoverText(finding: Finding, entry: CatalogueEntry | undefined, context: OutputContext): string {
  const { language } = context;
  const { markdown: words, severity } = messagesFor(language);
  const check = entry?.check;
  const reasons = contextOf(finding, language);
  const parts = [
    `**${severity[finding.severity]}** ${inline(finding.message[language])}`,
    `**${words.expected}**: ${inline(finding.title[language])}`,
    ...(reasons.length > 0 ? [`**${words.context}**: ${reasons.map(inline).join('; ')}`] : []),
    ...(check ? [`**${words.why}**: ${inline(check.why[language])}`] : []),
    `**${words.howToFix}**: ${inline(finding.fix.summary[language])}`,
    ...cautionsOf(entry, language).map(({ text }) => `**${words.beforeApplying}**: ${inline(text)}`),
    ...(check ? snippetsOf(check.fix).map(({ language: name, text }) => `\`\`\`${name}\n${text.trimEnd()}\n\`\`\``) : []),
    ...(check ? check.references.map((url) => `<${url}>`) : []),
    `\`${finding.checkId}\``,
  ];
  return parts.join('\n\n');
}
