/** Every sentence the output formats print, in English. The Japanese catalogue has the same keys (compile error otherwise). */
import type { Evidence, Severity, Status } from '@kumomori/model';

const many = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`;

const severity: Readonly<Record<Severity, string>> = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low', info: 'Info' };
const status: Readonly<Record<Status, string>> = {
  pass: 'Passed',
  fail: 'Failed',
  unknown: 'Undecided',
  'not-applicable': 'Not applicable',
};
const state: Readonly<Record<Evidence['state'], string>> = {
  explicit: 'written',
  default: 'provider default',
  absent: 'absent',
  unresolved: 'unresolved',
  redacted: 'redacted',
};
const suppressedBy: Readonly<Record<'inline' | 'exception' | 'baseline', string>> = {
  inline: 'comment in code',
  exception: 'exception',
  baseline: 'baseline',
};

export const en = {
  severity,
  status,
  state,
  suppressedBy,
  resources: (count: number) => many(count, 'resource', 'resources'),
  checks: (count: number) => many(count, 'check', 'checks'),
  seconds: (seconds: string) => `${seconds} s`,
  passed: 'passed',
  failed: 'failed',
  unknown: 'undecided',
  suppressed: 'suppressed',
  nothingFound: 'No open findings. Everything that could be decided passed.',
  nothingScanned: 'No resource was found that a check applies to.',
  topFindings: (shown: number, all: number) => (shown === all ? `Findings (${all})` : `Findings: the top ${shown} of ${all}`),
  moreFindings: (count: number) => `${count} more, by check`,
  setBy: 'set by',
  fix: 'fix',
  change: 'change',
  also: 'also',
  check: 'check',
  moreInstances: (count: number) => `+${many(count, 'more instance', 'more instances')}`,
  absentNote: (path: string) => `${path} is not set in this block`,
  defaultNote: (path: string, value: string) => `${path} is not set; the provider's default is ${value}`,
  undecided: (count: number) => `Undecided (${count}): a value is not known before apply`,
  frameworks: 'Frameworks',
  frameworksNote: 'A control without an automated check is manual and never counts as passed.',
  suppressedTitle: (count: number) => `Suppressed (${count})`,
  exceptionNotes: 'Exceptions that need attention',
  until: (date: string) => `until ${date}`,
  noExpiry: 'no expiry',
  diagnostics: (count: number) => `Could not be read or evaluated (${count})`,
  moreDiagnostics: (count: number) => `… and ${count} more; --format json lists all`,
  coverage: (count: number) => `Not looked at (${count})`,
  next: 'Next',
  explainStep: 'everything about a check: why, how to fix, references',
  htmlStep: 'the report for your browser',
  htmlHint: 'a report with filters, for the browser',
  allStep: 'every finding in full',
  columns: {
    severity: 'SEVERITY',
    check: 'CHECK',
    count: 'COUNT',
    where: 'WHERE',
    resource: 'RESOURCE',
    reason: 'REASON',
    owner: 'OWNER',
    expires: 'EXPIRES',
    by: 'BY',
    framework: 'FRAMEWORK',
    version: 'VERSION',
    passing: 'PASSING',
    failing: 'FAILING',
    notAssessed: 'NOT ASSESSED',
    manual: 'MANUAL',
    file: 'FILE',
    message: 'MESSAGE',
  },
  markdown: {
    clean: (resources: number, checks: number) => `no open findings in ${resources} resources (${checks} checks)`,
    summary: (counts: string, resources: number) => `${counts} in ${many(resources, 'resource', 'resources')}`,
    details: 'Details',
    severity: 'Severity',
    finding: 'Finding',
    resource: 'Resource',
    where: 'Where',
    why: 'Why',
    howToFix: 'How to fix',
    references: 'References',
    notShown: (count: number) =>
      `${many(count, 'further finding is', 'further findings are')} not shown here because a comment has a size limit.`,
    counts: (pass: number, unknown: number, suppressed: number) => `${pass} passed · ${unknown} undecided · ${suppressed} suppressed`,
    diagnostics: (count: number) => many(count, 'diagnostic', 'diagnostics'),
  },
  sarif: {
    chain: (name: string) => `Value passes through ${name}`,
    block: (address: string) => `Block of ${address}`,
    fixHere: 'Change it here',
    srcRoot: 'The root of the repository that was scanned.',
    instances: (count: number) => `(${many(count, 'instance', 'instances')})`,
    coverageGap: (scope: string, operation: string, reason: string) => `${scope}: ${operation} could not be read (${reason})`,
    why: 'Why it matters',
    fix: 'How to fix',
    console: 'Console',
    references: 'References',
    equivalents: 'The same check elsewhere',
  },
  gitlab: {
    unknown: (count: number) => many(count, 'verdict is undecided and not listed.', 'verdicts are undecided and not listed.'),
  },
};

/** Literal texts widen to string, so that a translation may differ. */
export type Messages = typeof en;
