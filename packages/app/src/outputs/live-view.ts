/** What several formats say about what really runs: where it lives, what answered, what did not, how to change it in the cloud. */
import type { CoverageGap, Finding, Text } from '@kumomori/model';
import { findingsOf, isLive, placeOf, placeText } from './finding-view.ts';
import type { AnyReport, OutputContext, RecordedAnswer } from './output-format.ts';

/** Account and region; only one of them, or nothing, where there is no other. */
export function liveScope({ resource: { account, region } }: Finding): string {
  return [account, region].filter((each) => each !== null && each !== '').join(' ');
}

/** For lists: the part of an id that tells one thing from the next. `arn:aws:ec2:…:subnet/subnet-0a1b` → `subnet/subnet-0a1b`. */
export function shortId(id: string): string {
  const arn = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(.+)$/s.exec(id)?.[1];
  if (arn !== undefined) return arn;
  const parts = id.split('/').filter((part) => part !== '');
  // Full names of Azure and Google Cloud; `shop/Deployment/web` of a cluster is short already.
  return /^\/\/?\w|^projects\//.test(id) && parts.length > 2 ? parts.slice(-2).join('/') : id;
}

/** `s3:GetBucketPolicy 2026-11-22T09:00:00Z raw/….jsonl.gz:3`, in its parts. */
export interface AnswerText {
  readonly call: string | null;
  readonly at: string | null;
  readonly place: string;
}

/** The answer that decided; null for code. */
export function answerOf(finding: Finding, { answerAt }: OutputContext): AnswerText | null {
  if (!isLive(finding)) return null;
  const place = placeOf(finding);
  const answer = answerAt(place.file, place.line);
  return { call: answer?.call ?? null, at: answer && momentOf(answer), place: placeText(place) };
}

/** To the second. */
export function momentOf({ at }: RecordedAnswer): string | null {
  return at === null ? null : `${at.slice(0, 19)}Z`;
}

export interface FixText {
  readonly text: string;
  /** For what really runs the command that does it, when the check knows one. */
  readonly cli: string | null;
}

/** Nobody changes a live account by a resource of Terraform: what names one gives way to the steps in the console. */
export function fixText(finding: Finding, { catalogue, language }: OutputContext): FixText {
  const summary = finding.fix.summary[language];
  if (!isLive(finding)) return { text: summary, cli: null };
  const fix = catalogue.get(finding.checkId)?.check.fix;
  return {
    text: isOfTemplates(finding.fix.summary) ? (fix?.console?.[language] ?? inCloudWords(summary)) : summary,
    cli: fix?.cli ?? null,
  };
}

/** Without the resources of Terraform that stand in brackets: `Turn audit logging on (aws_redshift_logging).` */
export function inCloudWords(advice: string): string {
  return advice.replaceAll(/ \((?:aws|azurerm|azuread|azapi|google|kubernetes)_\w+\)/g, '');
}

/** Does advice name a resource of Terraform? */
export function isOfTemplates({ en }: Text): boolean {
  return /\b(?:aws|azurerm|azuread|azapi|google|kubernetes)_[a-z]\w*/.test(en);
}

/** One sentence, with the command behind it. */
export function fixSentence(finding: Finding, context: OutputContext): string {
  const { text, cli } = fixText(finding, context);
  return cli === null ? text : `${text}\n${cli}`;
}

/** Undecided findings that the same call would decide. */
export interface Unanswered {
  /** As the evidence says it, in the language of the report. */
  readonly reason: string;
  /** `s3:GetBucketPolicy`, when the reason names one. */
  readonly call: string | null;
  readonly permission: string | null;
  /** How many. */
  readonly findings: number;
}

/** Those that are live, by what is missing; what would decide most comes first. O(findings + gaps). */
export function unanswered(report: Pick<AnyReport, 'findings' | 'coverage'>): readonly Unanswered[] {
  return unansweredBy(report).groups;
}

export interface UnansweredBy {
  readonly groups: readonly Unanswered[];
  /** Of an undecided live finding the number of its group; -1 for any other. */
  groupOf(finding: Finding): number;
}

export function unansweredBy({ findings, coverage }: Pick<AnyReport, 'findings' | 'coverage'>): UnansweredBy {
  const permissions = new Map(coverage.flatMap((gap) => (gap.permission === null ? [] : [[keyOf(gap), gap.permission] as const])));
  const found = new Map<string, Unanswered & { findings: number }>();
  for (const finding of findingsOf(findings, ({ status }) => status === 'unknown')) {
    const missing = missingFor(finding, permissions);
    if (!missing) continue;
    const { key, ...rest } = missing;
    const group = found.get(key) ?? { ...rest, findings: 0 };
    group.findings += 1;
    found.set(key, group);
  }
  const sorted = [...found].toSorted(([, a], [, b]) => b.findings - a.findings || (a.reason < b.reason ? -1 : 1));
  const numbers = new Map(sorted.map(([key], index) => [key, index]));
  return {
    groups: sorted.map(([, group]) => group),
    groupOf(finding) {
      const missing = missingFor(finding, permissions);
      return (missing && numbers.get(missing.key)) ?? -1;
    },
  };
}

type MissingAnswer = Omit<Unanswered, 'findings'> & { readonly key: string };

function missingFor(finding: Finding, permissions: ReadonlyMap<string, string>): MissingAnswer | null {
  if (finding.status !== 'unknown' || finding.suppressed !== null || !isLive(finding)) return null;
  const reason = finding.evidence.find((piece) => piece.state === 'unresolved' && piece.reason !== null)?.reason ?? '';
  const call = callIn(reason);
  const permission = permissions.get(`${finding.resource.account ?? ''} ${call ?? ''}`) ?? null;
  return { key: `${permission ?? ''} ${reason}`, reason, call, permission };
}

function keyOf(gap: CoverageGap): string {
  const { account, service } = scopeParts(gap.scope);
  return `${account} ${service}:${gap.operation}`;
}

/** The first word that is written like a call: `Microsoft.Storage:storageAccounts`. */
function callIn(reason: string): string | null {
  return /(?:^|\s)([A-Za-z][\w./-]*:[A-Za-z][\w./-]*)(?=[\s(),。、]|$)/.exec(reason)?.[1] ?? null;
}

interface ScopeParts {
  readonly account: string;
  readonly region: string;
  readonly service: string;
}

/** `aws:123456789012:global:iam`; the name of a cluster may have colons in it. */
function scopeParts(scope: string): ScopeParts {
  const parts = scope.split(':');
  if (parts.length < 4) return { account: parts.slice(1).join(':') || scope, region: '', service: '' };
  return { account: parts.slice(1, -2).join(':'), region: parts.at(-2) ?? '', service: parts.at(-1) ?? '' };
}

/** One call that gave no answer, in all the accounts and regions where it did not. */
export interface GapGroup {
  readonly call: string;
  readonly reason: string;
  readonly permission: string | null;
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly count: number;
}

/** Refusals first, because a permission answers them; then by how often. O(gaps). */
export function gapGroups(coverage: readonly CoverageGap[]): readonly GapGroup[] {
  const groups = new Map<string, { call: string; gap: CoverageGap; accounts: Set<string>; regions: Set<string>; count: number }>();
  for (const gap of coverage) {
    const { account, region, service } = scopeParts(gap.scope);
    const call = service === '' ? gap.operation : `${service}:${gap.operation}`;
    const key = `${call} ${gap.reason} ${gap.permission ?? ''}`;
    const group = groups.get(key) ?? { call, gap, accounts: new Set<string>(), regions: new Set<string>(), count: 0 };
    groups.set(key, group);
    group.accounts.add(account);
    if (region !== '') group.regions.add(region);
    group.count += 1;
  }
  return [...groups.values()]
    .map(({ call, gap: { reason, permission }, accounts, regions, count }) => ({
      call,
      reason,
      permission,
      accounts: [...accounts],
      regions: [...regions],
      count,
    }))
    .toSorted((a, b) => Number(b.permission !== null) - Number(a.permission !== null) || b.count - a.count || (a.call < b.call ? -1 : 1));
}

/** Each once, sorted. */
export function missingPermissions(coverage: readonly CoverageGap[]): readonly string[] {
  return [...new Set(coverage.flatMap(({ permission }) => permission ?? []))].toSorted();
}
