/** TARGETs → which questions of incident response their logs could answer, and what is missing for the others. */
import type { ReadinessLog, ReadinessQuestion, ReadinessSubject } from '@kumomori/content';
import { loadReadinessQuestions } from '@kumomori/content';
import type { Diagnostic, Finding, Language, Status } from '@kumomori/model';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import type { LogSince, SinceOf } from './readiness-since.ts';
import { logsSince } from './readiness-since.ts';
import { scanCode } from './scan-code.ts';

/** `unknown`: the logs that would tell could not be judged, or nothing of their kind was read. */
export type ReadinessAnswer = 'answerable' | 'partly' | 'not' | 'unknown';

export interface ReadinessOptions {
  readonly targets: readonly string[];
  /** Ids; none: all. */
  readonly questions: readonly string[];
  readonly varFiles: readonly string[];
  /** Folder of the lake that says since when; null: none. */
  readonly lake?: string | null;
  readonly cwd: string;
  readonly language: Language;
  readonly now: () => Date;
}

/** A missing log: the finding to mend. */
export interface ReadinessGap {
  readonly checkId: string;
  readonly address: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly fix: { readonly summary: string; readonly patch: string | null };
}

export interface ReadinessLogState {
  readonly name: string;
  readonly state: 'there' | 'missing' | 'unknown';
  readonly tells: 'all' | 'part';
}

export interface SubjectReadiness {
  /** An address, the cloud's own id, or `aws:123456789012` for a whole account. */
  readonly subject: string;
  readonly type: string;
  readonly answer: ReadinessAnswer;
  readonly logs: readonly ReadinessLogState[];
  /** Since when the logs that answer it reach back; null: not known, or there are none. */
  readonly since: LogSince | null;
  /** Days that logs are kept, where a setting says so. */
  readonly keptDays: number | null;
  /** Empty where the question is answerable. */
  readonly gaps: readonly ReadinessGap[];
}

export interface QuestionReadiness {
  readonly id: string;
  readonly question: string;
  readonly why: string;
  /** The worst that is known of its subjects; null: asked of nothing that was read. */
  readonly answer: ReadinessAnswer | null;
  /** The latest day of its subjects that are answered at least partly, and for how many of those it is not known; null: none is. */
  readonly since: { readonly day: string | null; readonly notKnown: number } | null;
  readonly subjects: readonly SubjectReadiness[];
}

export interface ReadinessReport {
  readonly schemaVersion: '1';
  /** 0 to 100: subjects that are answerable count one, partly half, of those that are known; null where none is. */
  readonly score: number | null;
  readonly summary: Readonly<Record<ReadinessAnswer, number>> & { readonly questions: number; readonly subjects: number };
  readonly questions: readonly QuestionReadiness[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Throws AppErrors for what the user has to correct. */
export async function assessReadiness(options: ReadinessOptions): Promise<ReadinessReport> {
  const { targets, varFiles, lake = null, cwd, language, now } = options;
  const questions = await chosen(options);
  const checks = [...new Set(questions.flatMap(({ asked }) => asked.flatMap(({ logs }) => logs.flatMap((each) => each.checks))))];
  const since = await logsSince({ lake, targets, cwd, now, messages: messagesIn(language) });
  const scan = await scanCode({ targets, varFiles, cwd, language, now, checks, include: ['pass'], secrets: false });
  try {
    const verdicts = new Verdicts(scan.report.findings);
    const answered = questions.map((question) => answerOf(question, { verdicts, since, language }));
    const subjects = answered.flatMap((each) => each.subjects);
    const count = (answer: ReadinessAnswer): number => subjects.filter((each) => each.answer === answer).length;
    const summary = { answerable: count('answerable'), partly: count('partly'), not: count('not'), unknown: count('unknown') };
    const known = subjects.length - summary.unknown;
    return {
      schemaVersion: '1',
      score: known === 0 ? null : Math.round(((summary.answerable + summary.partly / 2) / known) * 100),
      summary: { ...summary, questions: answered.filter(({ answer }) => answer !== null).length, subjects: subjects.length },
      questions: answered,
      diagnostics: scan.report.diagnostics,
    };
  } finally {
    scan.close();
  }
}

async function chosen({ questions: ids, language }: ReadinessOptions): Promise<readonly ReadinessQuestion[]> {
  const all = await loadReadinessQuestions();
  const unknown = ids.find((id) => !all.some((each) => each.id === id));
  if (unknown !== undefined) throw new AppError('unknown-id', { message: messagesIn(language).readiness.unknownQuestion(unknown) });
  return ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
}

/** One verdict of a check, of the finding or of one of its instances. */
interface Verdict {
  readonly finding: Finding;
  readonly address: string;
  readonly status: Status;
}

/** The verdicts of a scan by check, resource and account. */
class Verdicts {
  readonly #byCheck: ReadonlyMap<string, readonly Verdict[]>;
  readonly #all: readonly Verdict[];

  constructor(findings: readonly Finding[]) {
    this.#all = findings.flatMap((finding) => verdictsOf(finding));
    this.#byCheck = Map.groupBy(this.#all, ({ finding }) => finding.checkId);
  }

  ofCheck(check: string): readonly Verdict[] {
    return this.#byCheck.get(check) ?? [];
  }

  /** Resources of these types: key → one of their verdicts. */
  ofTypes(types: readonly string[]): ReadonlyMap<string, Verdict> {
    const found = new Map<string, Verdict>();
    for (const verdict of this.#all) if (types.includes(verdict.finding.resource.type)) found.set(keyOf(verdict), verdict);
    return found;
  }

  /** The cloud's own id of what {@link accountsOf} gives; null for code that does not know it. */
  idOf(account: string): string | null {
    return this.#all.find(({ finding }) => accountOf(finding) === account)?.finding.resource.account ?? null;
  }

  accountsOf(cloud: string): readonly string[] {
    const accounts = this.#all.filter(({ finding }) => finding.resource.provider === cloud).map(({ finding }) => accountOf(finding));
    return [...new Set(accounts)];
  }
}

function verdictsOf(finding: Finding): readonly Verdict[] {
  if (finding.instances.length === 0) return [{ finding, address: finding.origin.address, status: finding.status }];
  return finding.instances.map(({ address, status }) => ({ finding, address, status }));
}

function keyOf({ finding, address }: Verdict): string {
  return `${finding.origin.target}\n${finding.resource.type}\n${address}`;
}

/** Code that does not know its account is one account: that of its TARGET. */
function accountOf({ resource, origin }: Finding): string {
  return `${resource.provider}:${resource.account ?? origin.target}`;
}

/** What a question is answered with. */
interface Known {
  readonly verdicts: Verdicts;
  readonly since: SinceOf;
  readonly language: Language;
}

function answerOf({ id, question, why, asked }: ReadinessQuestion, known: Known): QuestionReadiness {
  const { language } = known;
  const subjects = asked.flatMap((each) => subjectsOf(each, known));
  const worst = (['not', 'partly', 'unknown', 'answerable'] as const).find((answer) => subjects.some((each) => each.answer === answer));
  return { id, question: question[language], why: why[language], answer: worst ?? null, since: latest(subjects), subjects };
}

function latest(subjects: readonly SubjectReadiness[]): QuestionReadiness['since'] {
  const answered = subjects.filter(({ answer }) => answer === 'answerable' || answer === 'partly');
  if (answered.length === 0) return null;
  const days = answered.flatMap(({ since }) => (since === null ? [] : since.day)).toSorted();
  return { day: days.at(-1) ?? null, notKnown: answered.length - days.length };
}

function subjectsOf({ of, logs }: ReadinessSubject, { verdicts, since, language }: Known): readonly SubjectReadiness[] {
  if ('types' in of) {
    return [...verdicts.ofTypes(of.types)].map(([key, verdict]) => {
      const states = logs.map((log) => stateOf(log, { verdicts, key, account: accountOf(verdict.finding) }));
      const { type, account } = verdict.finding.resource;
      const asked = { subject: verdict.address, account };
      return told({ subject: verdict.address, type, since: sinceOf(logs, states, (log) => since(log, asked)), logs, states }, language);
    });
  }
  return verdicts.accountsOf(of.accounts).map((account) => {
    const states = logs.map((log) => stateOf(log, { verdicts, key: null, account }));
    const asked = { subject: account, account: verdicts.idOf(account) };
    const begin = sinceOf(logs, states, (log) => since(log, asked));
    return told({ subject: account, type: `${of.accounts}.account`, since: begin, logs, states }, language);
  });
}

/** How far back the best of the logs that are there reaches: those that tell all first. */
function sinceOf(
  logs: readonly ReadinessLog[],
  states: readonly LogFound[],
  since: (log: ReadinessLog) => LogSince | null,
): LogSince | null {
  for (const tells of ['all', 'part'] as const) {
    const there = logs.filter((log, index) => log.tells === tells && states[index]?.state === 'there');
    const days = there.flatMap((log) => since(log) ?? []).toSorted((a, b) => (a.day < b.day ? -1 : 1));
    if (there.length > 0) return days[0] ?? null;
  }
  return null;
}

interface LogFound {
  readonly state: ReadinessLogState['state'];
  /** Verdicts that say it is missing. */
  readonly failed: readonly Verdict[];
  readonly passed: readonly Verdict[];
}

/** A log is there where all its checks pass: on the resource itself, or on one thing of the account that covers it. */
function stateOf(
  { checks, on }: ReadinessLog,
  { verdicts, key, account }: { readonly verdicts: Verdicts; readonly key: string | null; readonly account: string },
): LogFound {
  const found = checks.map((check) =>
    verdicts
      .ofCheck(check)
      .filter((each) => (on === 'resource' && key !== null ? keyOf(each) === key : accountOf(each.finding) === account)),
  );
  const failed = found.flatMap((list) =>
    list.some(({ status }) => status === 'pass') ? [] : list.filter(({ status }) => status === 'fail'),
  );
  const passed = found.flatMap((list) => list.filter(({ status }) => status === 'pass'));
  if (found.every((list) => list.some(({ status }) => status === 'pass'))) return { state: 'there', failed: [], passed };
  return { state: failed.length > 0 ? 'missing' : 'unknown', failed, passed };
}

function told(
  {
    subject,
    type,
    since,
    logs,
    states,
  }: {
    readonly subject: string;
    readonly type: string;
    readonly since: LogSince | null;
    readonly logs: readonly ReadinessLog[];
    readonly states: readonly LogFound[];
  },
  language: Language,
): SubjectReadiness {
  const has = (tells: 'all' | 'part'): boolean => logs.some((log, index) => log.tells === tells && states[index]?.state === 'there');
  const isUnknown = logs.some((log, index) => log.tells === 'all' && states[index]?.state === 'unknown');
  const answer = has('all')
    ? 'answerable'
    : isUnknown
      ? 'unknown'
      : has('part')
        ? 'partly'
        : states.some(({ state }) => state === 'unknown')
          ? 'unknown'
          : 'not';
  const gaps = answer === 'answerable' ? [] : states.flatMap(({ failed }) => failed.map((verdict) => gapOf(verdict, language)));
  return {
    subject,
    type,
    answer,
    logs: logs.map(({ name, tells }, index) => ({ name: name[language], state: states[index]?.state ?? 'unknown', tells })),
    since,
    keptDays: keptDays(logs, states),
    gaps,
  };
}

/** The number that a check of retention decided by, the shortest; else how long the cloud itself keeps what there is. */
function keptDays(logs: readonly ReadinessLog[], states: readonly LogFound[]): number | null {
  const days = states.flatMap(({ passed, failed }) =>
    [...passed, ...failed].flatMap(({ finding }) =>
      finding.evidence.flatMap(({ path, value }) => (/retention|days|maxage/i.test(path) && typeof value === 'number' ? value : [])),
    ),
  );
  if (days.length > 0) return Math.min(...days);
  return logs.every(({ keptDays: own }, index) => own !== undefined || states[index]?.state !== 'there')
    ? Math.max(0, ...logs.map(({ keptDays: own = 0 }) => own)) || null
    : null;
}

function gapOf({ finding, address }: Verdict, language: Language): ReadinessGap {
  return {
    checkId: finding.checkId,
    address,
    file: finding.origin.file,
    line: finding.origin.startLine,
    message: finding.message[language],
    fix: { summary: finding.fix.summary[language], patch: finding.fix.patch },
  };
}
