/** Questions that the console asks about what a source holds. They are answered in a process of their own: reading an estate takes seconds. */
import type { Language } from '@kumomori/model';
import { AppError } from '../errors.ts';
import type { DriftReport } from '../outputs/index.ts';
import type { CanResult, WhoCanResult } from './ask-access.ts';
import type { ReviewReport } from './review-access.ts';

export type Question =
  | { readonly kind: 'who-can'; readonly targets: readonly string[]; readonly action: string; readonly resource: string }
  | { readonly kind: 'can'; readonly targets: readonly string[]; readonly principal: string }
  /** `events`: folders of audit logs that say what was used. */
  | { readonly kind: 'review'; readonly targets: readonly string[]; readonly people: string | null; readonly events: readonly string[] }
  | { readonly kind: 'drift'; readonly code: string; readonly live: string };

export interface Answers {
  readonly 'who-can': WhoCanResult;
  readonly can: CanResult;
  readonly review: ReviewReport;
  readonly drift: DriftReport;
}

/** `refused`: a sentence about what whoever asked has to correct. */
export type Answered<Kind extends Question['kind']> =
  | { readonly answer: Answers[Kind]; readonly refused: null }
  | { readonly answer: null; readonly refused: string };

export interface AnswerOptions {
  readonly cwd: string;
  readonly language: Language;
  readonly now: () => Date;
}

/** What is told of one list; the rest is what nobody reads in a browser. */
const MAX_ENTRIES = 1_000;

/** The answer has the kind of the question. */
export async function answerQuestion(question: Question, options: AnswerOptions): Promise<Answered<Question['kind']>> {
  try {
    return { answer: await answerOf(question, options), refused: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { answer: null, refused: [error.message, ...error.details].join('\n') };
  }
}

async function answerOf(question: Question, options: AnswerOptions): Promise<Answers[Question['kind']]> {
  const { cwd, language } = options;
  switch (question.kind) {
    case 'who-can': {
      const found = await (await import('./ask-access.ts')).whoCan({ ...question, cwd, language });
      return {
        ...found,
        grantees: found.grantees.slice(0, MAX_ENTRIES),
        undecided: found.undecided.slice(0, MAX_ENTRIES),
        diagnostics: [],
      };
    }
    case 'can':
      return { ...(await (await import('./ask-access.ts')).whatCan({ ...question, cwd, language })), diagnostics: [] };
    case 'review': {
      const report = await (await import('./review-access.ts')).reviewWhoHasAccess({ ...question, ...options });
      return { ...report, rows: report.rows.slice(0, MAX_ENTRIES), diagnostics: [] };
    }
    case 'drift': {
      const { detectDrift } = await import('./detect-drift.ts');
      const { code, live } = question;
      const nothing = { states: [], stacks: [], events: [], configFile: null, varFiles: [], variables: new Map(), workspace: null };
      const { report } = await detectDrift({ ...options, ...nothing, code, live });
      return {
        ...report,
        ...{ drifts: report.drifts.slice(0, MAX_ENTRIES), notCompared: report.notCompared.slice(0, MAX_ENTRIES) },
        ...{ madeByCloud: [], diagnostics: [] },
      };
    }
  }
}
