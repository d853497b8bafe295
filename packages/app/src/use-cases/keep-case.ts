/** Case files: adding what an investigation found, and looking at what is there. */
import { lstatSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { InvestigationQuestion } from '@kumomori/content';
import { loadInvestigationQuestions } from '@kumomori/content';
import type { Language } from '@kumomori/model';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { messagesIn } from '../i18n/index.ts';
import type { CaseEvidence, CaseFile, EvidenceState, NewEvidence } from '../investigate/index.ts';
import { addToCase, CaseError, checkEvidence, readCase, sha256Of } from '../investigate/index.ts';
import { lakeFiles } from '../lake/index.ts';
import { suggest } from '../suggest.ts';
import { queryTheLake } from './ask-lake.ts';
import type { InvestigationReport } from './investigation-report.ts';
import { investigationLines, investigationMarkdown, csvCell, toJson } from '../outputs/index.ts';

export interface KeepInCaseOptions {
  readonly folder: string;
  readonly hypothesis: string | null;
  /** Id in the question library. */
  readonly question: string | null;
  readonly answer: 'yes' | 'no' | 'unknown' | null;
  /** What the user typed, without `kumomori`. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly language: Language;
  readonly now: () => Date;
}

export interface KeptQuery {
  readonly isNew: boolean;
  readonly query: string;
}

/** Rows of a hunt that are kept. */
const MAX_ROWS = 100_000;

/** Throws AppErrors. The evidence: report, timeline, answer of the question's hunt, hashes of what it was read from. */
export async function keepInCase(report: InvestigationReport, options: KeepInCaseOptions): Promise<KeptQuery> {
  const { folder, cwd, language, now, hypothesis, answer } = options;
  const messages = messagesIn(language);
  const texts = messages.investigate;
  const asked = options.question === null ? null : await questionNamed(options.question, language);
  const name = fileName(report.entity.text);
  const markdown = investigationMarkdown(report, { messages, limit: 0 });
  const evidence: NewEvidence[] = [
    { name: `${name}.json`, text: toJson(report), entry: { kind: 'report' } },
    { name: `${name}.md`, text: markdown, entry: { kind: 'report' } },
    { name: `${name}.timeline.jsonl`, text: [...investigationLines(report)].join(''), entry: { kind: 'timeline' } },
    ...(await rowsOf(asked, report, options)),
    ...sourcesOf(report, cwd),
  ];
  const title = texts.case.title(report.entity.text);
  const { events, first, last } = report.summary;
  return aboutCase(messages, () =>
    addToCase(resolve(cwd, folder), {
      ...{ now: now().toISOString(), title, hypothesis, placeholder: texts.case.noHypothesis, answer, evidence },
      question: { library: asked?.id ?? null, text: asked?.question[language] ?? texts.case.freeQuestion(report.entity.text) },
      query: {
        command: `kumomori ${options.argv.map((each) => shellWord(each)).join(' ')}`,
        summary: events === 0 ? texts.noEvents : texts.summary(events, first ?? '', last ?? ''),
      },
      notes: { title: `${texts.case.notes}: ${title}`, lead: texts.case.notesLead },
    }),
  );
}

/** Throws AppError `unknown-id` with the nearest name. */
async function questionNamed(id: string, language: Language): Promise<InvestigationQuestion> {
  const all = await loadInvestigationQuestions();
  const found = all.find((each) => each.id === id);
  if (found) return found;
  const texts = messagesIn(language);
  const nearest = suggest(
    id,
    all.map((each) => each.id),
  );
  throw new AppError('unknown-id', { message: `${texts.investigate.unknownQuestion(id)}${nearest === null ? '' : ` (${nearest}?)`}` });
}

async function rowsOf(
  asked: InvestigationQuestion | null,
  { entity, logs }: InvestigationReport,
  { cwd, language }: KeepInCaseOptions,
): Promise<readonly NewEvidence[]> {
  const [lake] = logs.kind === 'lake' ? logs.paths : [];
  if (!asked?.hunt || lake === undefined) return [];
  const { id, parameter } = asked.hunt;
  const parameters = new Map(parameter === null ? [] : [[parameter, entity.text]]);
  const { columns, rows } = await queryTheLake({ lake, cwd, language, question: id, parameters, limit: MAX_ROWS });
  const cellOf = (value: unknown): string =>
    csvCell(value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value));
  const lines = [columns.map((column) => csvCell(column)), ...rows.map((row) => columns.map((column) => cellOf(row[column])))];
  return [{ name: `${id}.csv`, text: lines.map((line) => `${line.join(',')}\r\n`).join(''), entry: { kind: 'rows' } }];
}

/** What the events of the timeline were read from, by hash: nothing is copied. */
function sourcesOf({ logs, places }: InvestigationReport, cwd: string): readonly NewEvidence[] {
  if (logs.kind === 'files') {
    return places.flatMap((file): readonly NewEvidence[] => {
      const path = resolve(cwd, file);
      if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return [];
      const bytes = readFileSync(path);
      return [{ name: null, text: null, entry: { kind: 'log', file, sha256: sha256Of(bytes), sizeBytes: bytes.length } }];
    });
  }
  const [lake = ''] = logs.paths;
  const wanted = new Set(places.map((place) => place.slice(lake.length + 1)));
  const files = lakeFiles(resolve(cwd, lake)).filter(({ path }) => wanted.has(path.split('/').slice(0, -1).join('/')));
  return files.map(({ path, sha256, sizeBytes }) => ({
    name: null,
    text: null,
    entry: { kind: 'lake-file', file: path, sha256, sizeBytes, lake },
  }));
}

/** Safe on every file system. */
function fileName(entity: string): string {
  const short = entity.startsWith('arn:') ? entity.split(':').slice(5).join('-') : entity;
  return (
    short
      .replaceAll(/[^A-Za-z0-9@._-]+/g, '-')
      .replace(/^[.-]+/, '')
      .slice(0, 60) || 'entity'
  );
}

function shellWord(word: string): string {
  return /^[A-Za-z0-9@%_+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

export interface CaseReport {
  readonly schemaVersion: '1';
  readonly folder: string;
  readonly case: CaseFile;
  readonly evidence: readonly (CaseEvidence & { readonly state: EvidenceState })[];
  readonly intact: boolean;
}

/** Throws AppErrors for folders that hold no case. */
export function showCase(folder: string, { cwd, language }: { readonly cwd: string; readonly language: Language }): CaseReport {
  const root = resolve(cwd, folder);
  return aboutCase(messagesIn(language), () => {
    const file = readCase(root);
    const evidence = file.evidence.map((each) => ({ ...each, state: checkEvidence(root, each, cwd) }));
    const intact = evidence.every(({ state }) => state === 'intact' || state === 'absent');
    return { schemaVersion: '1', folder, case: file, evidence, intact };
  });
}

/** Runs something about a case; its errors become AppErrors. */
export function aboutCase<T>(messages: Messages, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    const texts = messages.investigate.case;
    if (cause instanceof CaseError) {
      const { code, detail } = cause;
      if (code === 'missing') throw new AppError('target-missing', { message: texts.missing(detail), cause });
      if (code === 'invalid') throw new AppError('target-unreadable', { message: texts.invalid('case.yaml', detail), cause });
      if (code === 'occupied') throw new AppError('output-failed', { message: texts.occupied(detail), cause });
      throw new AppError('target-unreadable', { message: texts.escapes(detail), cause });
    }
    if (cause instanceof Error && 'syscall' in cause)
      throw new AppError('output-failed', { message: messages.cli.cannotWrite(join('case')), cause });
    throw cause;
  }
}

export interface QuestionRow {
  readonly id: string;
  readonly question: string;
  readonly kinds: readonly string[];
  readonly hunt: string | null;
  readonly look: string | null;
  readonly operations: readonly string[];
  readonly yes: string;
  readonly no: string;
}

/** The question library. */
export async function listQuestions(language: Language, kind: string | null): Promise<readonly QuestionRow[]> {
  const all = await loadInvestigationQuestions();
  return all
    .filter(({ kinds }) => kind === null || kinds.some((each) => each === kind))
    .map(({ id, question, kinds, hunt, look = null, operations = [], yes, no }) => {
      const parameter = hunt?.parameter ? ` --param ${hunt.parameter}=ENTITY` : '';
      return {
        ...{ id, question: question[language], kinds, look, operations, yes: yes[language], no: no[language] },
        hunt: hunt ? `kumomori lake query ${hunt.id}${parameter} --lake LAKE` : null,
      };
    });
}
