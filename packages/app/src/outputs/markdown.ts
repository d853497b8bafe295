/** A comment for a pull request: one line, a table, details to open. Never longer than a comment may be. */
import type { DiffedFinding, Finding, Severity } from '@kumomori/model';
import { severities } from '@kumomori/model';
import { cautionsOf } from './cautions.ts';
import { codeFrame } from './code-frame.ts';
import { diffCounts } from './diff-view.ts';
import {
  contextOf,
  countBySeverity,
  decidingEvidence,
  fixPlace,
  isLive,
  openFindings,
  otherInstances,
  placeOf,
  placeText,
  provenanceChain,
  repositoryPath,
  riskOf,
} from './finding-view.ts';
import type { GapGroup } from './live-view.ts';
import { answerOf, fixText, gapGroups, liveScope, missingPermissions, unanswered } from './live-view.ts';
import { code, htmlText, inline, longestTicks, tableCode, visible } from './markdown-text.ts';
import { messagesFor } from './messages.ts';
import type { AnyReport, OutputContext, OutputFormat } from './output-format.ts';

export const markdown: OutputFormat = {
  name: 'markdown',
  render(report, context) {
    const open = lookedAt(report);
    const head = `${MARKER}\n${headline(report, open, context)}\n`;
    const foot = `${diffBlocks(report, context)}${unansweredBlock(report, context)}${footer(report, context)}`;
    return open.count === 0
      ? `${head}\n${foot}`
      : `${head}\n${body(report, open, context, MAX_CHARACTERS - head.length - foot.length)}\n${foot}`;
  },
};

/** What a comment shows of the open findings. */
interface Open {
  readonly count: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** The first of them. */
  readonly shown: readonly Finding[];
}

function lookedAt(report: AnyReport): Open {
  const shown: Finding[] = [];
  const bySeverity = countBySeverity(
    openFindings(report).map((finding) => {
      if (shown.length < TABLE_ROWS) shown.push(finding);
      return finding;
    }),
  );
  return { count: severities.reduce((sum, each) => sum + bySeverity[each], 0), bySeverity, shown };
}

/** GitHub refuses comments over 65,536 characters. */
const MAX_CHARACTERS = 65_000;
const TABLE_ROWS = 25;
/** Lets an action find its earlier comment and replace it. */
const MARKER = '<!-- kumomori -->';
const SIGNS = { critical: '🟣', high: '🔴', medium: '🟠', low: '🔵', info: '⚪' } as const;

function headline(report: AnyReport, open: Open, { language }: OutputContext): string {
  const words = messagesFor(language);
  const { resources, checks, pass, unknown, suppressed } = report.summary;
  if (report.diff) {
    const { title, nothingNew } = words.diff;
    const news = open.count === 0 ? nothingNew : inline(diffCounts(report.diff, words));
    const told = open.count === 0 ? `\n\n${diffCounts(report.diff, words)}` : '';
    return `### ☁️ kumomori: ${news}\n\n${inline(title(report.diff.base, report.diff.commit))}${told}`;
  }
  if (open.count === 0) return `### ☁️ kumomori: ${words.markdown.clean(resources, checks)}`;
  const counts = open.bySeverity;
  const parts = severities.filter((one) => counts[one] > 0).map((one) => `${SIGNS[one]} ${words.severity[one]} ${counts[one]}`);
  return `### ☁️ kumomori: ${words.markdown.summary(parts.join(' · '), resources)}\n\n${words.markdown.counts(pass, unknown, suppressed)}`;
}

function body(report: AnyReport, { count, shown }: Open, context: OutputContext, budget: number): string {
  const words = messagesFor(context.language).markdown;
  const head = `| ${words.severity} | ${words.finding} | ${words.resource} | ${words.where} |\n|---|---|---|---|\n`;
  const reserve = words.notShown(count).length + 10;
  let text = head;
  let rows = 0;
  for (const finding of shown) {
    const row = tableRow(finding, report, context);
    if (text.length + row.length + reserve > budget) break;
    text += row;
    rows += 1;
  }
  for (const finding of shown.slice(0, rows)) {
    const block = details(finding, report, context);
    if (text.length + block.length + reserve <= budget) text += block;
  }
  return rows < count ? `${text}\n${words.notShown(count - rows)}\n` : text;
}

function tableRow(finding: Finding, report: AnyReport, { language }: OutputContext): string {
  const words = messagesFor(language);
  const risk = riskOf(finding);
  const severity = `${SIGNS[finding.severity]} ${words.severity[finding.severity]}${risk ? ` · ${words.risk(risk.score)}` : ''}`;
  const more = otherInstances(finding).length > 0 ? ` ×${otherInstances(finding).length + 1}` : '';
  const change = finding.change === 'changed' ? `${inline(words.diff.sign.changed)}: ` : '';
  return `| ${severity} | ${change}${inline(finding.message[language])} | ${tableCode(finding.origin.address)}${more} | ${tableCode(where(finding, report))} |\n`;
}

function where(finding: Finding, report: AnyReport): string {
  if (isLive(finding)) return liveScope(finding);
  const { file, line } = placeOf(finding);
  return placeText({ file: repositoryPath(file, report), line });
}

function details(finding: Finding, report: AnyReport, context: OutputContext): string {
  const { language } = context;
  const words = messagesFor(language);
  const evidence = decidingEvidence(finding);
  const chain = evidence ? provenanceChain(evidence, finding.origin.address) : [];
  const fix = fixPlace(finding);
  const others = otherInstances(finding);
  const entry = context.catalogue.get(finding.checkId);
  const check = entry?.check;
  const steps = fixText(finding, context);
  const reasons = contextOf(finding, language);
  const answer = answerOf(finding, context);
  const place = fix ? ` (${code(placeText({ ...fix, file: repositoryPath(fix.file, report) }))})` : '';
  const parts = [
    `**${words.markdown.expected}**: ${inline(finding.title[language])}`,
    frameBlock(finding, context),
    ...(chain.length > 0 ? [`**${words.markdown.setBy}**: ${chain.map((step) => code(step)).join(' → ')}`] : []),
    ...(reasons.length > 0 ? [`**${words.markdown.context}**: ${reasons.map(inline).join('; ')}`] : []),
    ...(check ? [`**${words.markdown.why}**: ${inline(check.why[language])}`] : []),
    `**${words.markdown.howToFix}**: ${inline(steps.text)}${place}`,
    ...cautionsOf(entry, language).map(({ text }) => `**${words.markdown.beforeApplying}**: ${inline(text)}`),
    ...(steps.cli === null ? [] : [fenced('sh', steps.cli.trimEnd())]),
    ...(finding.fix.patch === null ? [] : [fenced('diff', finding.fix.patch.trimEnd())]),
    ...(answer
      ? [
          `**${words.markdown.answer}**: ${[answer.call, answer.at, answer.place].flatMap((part) => (part === null ? [] : [code(part)])).join(' ')}`,
        ]
      : []),
    ...(others.length > 0
      ? [
          `**${words.markdown.also}**: ${others
            .slice(0, 5)
            .map(({ address }) => code(address))
            .join(', ')}`,
        ]
      : []),
    ...(check && check.references.length > 0 ? [check.references.map((url) => `<${url}>`).join(' · ')] : []),
    `\`kumomori explain ${finding.checkId}\``,
  ];
  const summary = `${SIGNS[finding.severity]} ${htmlText(finding.message[language])}`;
  return `\n<details>\n<summary>${summary}</summary>\n\n${parts.filter((part) => part !== '').join('\n\n')}\n\n</details>\n`;
}

function frameBlock(finding: Finding, context: OutputContext): string {
  const frame = codeFrame(finding, context.linesOf);
  if (!frame) return '';
  const lines = frame.lines
    .map(({ number, text, to }) => `${to > 0 ? '>' : ' '} ${String(number).padStart(4)} | ${visible(text)}`)
    .join('\n');
  return fenced('hcl', lines);
}

function fenced(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestTicks(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

/** What the change silenced stands open: a reviewer has to see it. What it resolved is there to open. */
function diffBlocks(report: AnyReport, { language }: OutputContext): string {
  const { diff } = report;
  if (!diff) return '';
  const words = messagesFor(language);
  const lines = (findings: readonly DiffedFinding[]): string => {
    const rest = findings.length - TABLE_ROWS;
    const shown = findings.slice(0, TABLE_ROWS).map((each) => {
      const where = placeText({ file: repositoryPath(each.file, report), line: each.line });
      return `- ${SIGNS[each.severity]} ${inline(each.title[language])}: ${code(each.resource.id)} (${code(where)})`;
    });
    return [...shown, ...(rest > 0 ? [`- ${words.moreDiagnostics(rest)}`] : [])].join('\n');
  };
  const folded = (title: string, findings: readonly DiffedFinding[]): string =>
    findings.length === 0 ? '' : `<details>\n<summary>${htmlText(title)}</summary>\n\n${lines(findings)}\n\n</details>\n\n`;
  const { silenced, resolved, moved } = diff;
  const loud = silenced.length === 0 ? '' : `**${inline(words.diff.silencedTitle(silenced.length))}**\n\n${lines(silenced)}\n\n`;
  return `${loud}${folded(words.diff.resolvedTitle(resolved.length), resolved)}${folded(words.diff.movedTitle(moved.length), moved)}`;
}

/** What the cloud did not answer: a comment that is silent about it would read as if all had been looked at. */
function unansweredBlock(report: AnyReport, { language }: OutputContext): string {
  const { markdown: words, undecidedLive, wouldAnswer } = messagesFor(language);
  const groups = unanswered(report);
  const gaps = gapGroups(report.coverage);
  if (groups.length === 0 && gaps.length === 0) return '';
  const undecided = groups.reduce((sum, { findings }) => sum + findings, 0);
  const permissions = missingPermissions(report.coverage).slice(0, TABLE_ROWS);
  const answered = report.coverage.filter(({ permission }) => permission !== null).length;
  const titles = [
    ...(gaps.length > 0 ? [words.notAnswered(report.coverage.length)] : []),
    ...(groups.length > 0 ? [undecidedLive(undecided)] : []),
  ];
  const parts = [
    ...(permissions.length > 0 ? [wouldAnswer(answered, report.coverage.length, permissions.map(code).join(', '))] : []),
    [
      ...gaps.slice(0, TABLE_ROWS).map(gapLine),
      ...groups.slice(0, TABLE_ROWS).map(({ reason, findings }) => `- ${inline(reason)}: ${words.undecided} ${findings}`),
    ].join('\n'),
  ];
  return `<details>\n<summary>${titles.map(htmlText).join(' · ')}</summary>\n\n${parts.join('\n\n')}\n\n</details>\n\n`;
}

function gapLine({ call, reason, permission, count }: GapGroup): string {
  return `- ${code(call)} ${inline(reason)}${permission === null ? '' : ` (${code(permission)})`}${count > 1 ? ` ×${count}` : ''}`;
}

function footer(report: AnyReport, { language }: OutputContext): string {
  const count = report.diagnostics.length;
  const diagnostics = count > 0 ? ` · ${messagesFor(language).markdown.diagnostics(count)}` : '';
  return `<sub>kumomori ${visible(report.tool.version)}${diagnostics}</sub>\n`;
}
