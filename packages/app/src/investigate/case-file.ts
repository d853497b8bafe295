/** `case.yaml`: hypothesis → questions → queries → evidence → verdict. Written so that comments and order of people stay. */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { Document, parseDocument } from 'yaml';
import { z } from 'zod';
import { makeFolder } from '../write-files.ts';

const hex = z.string().regex(/^[0-9a-f]{64}$/);

const evidenceSchema = z.object({
  id: z.string(),
  /** Below the case's folder; of `log` and `lake-file` where it was read from. */
  file: z.string(),
  kind: z.enum(['report', 'timeline', 'rows', 'log', 'lake-file']),
  sha256: hex,
  sizeBytes: z.number(),
  /** Only of `lake-file`: the folder of the lake. */
  lake: z.string().optional(),
});

const querySchema = z.object({
  id: z.string(),
  at: z.string(),
  /** What to type to run it again. */
  command: z.string(),
  summary: z.string(),
  evidence: z.array(z.string()).default([]),
});

const questionSchema = z.object({
  id: z.string(),
  question: z.string(),
  /** Id in the question library; null: the user's own. */
  library: z.string().nullable().default(null),
  answer: z.enum(['yes', 'no', 'unknown']).nullable().default(null),
  because: z.string().default(''),
  queries: z.array(querySchema).default([]),
});

const caseSchema = z.object({
  version: z.literal(1),
  title: z.string(),
  opened: z.string(),
  hypothesis: z.string().default(''),
  questions: z.array(questionSchema).default([]),
  evidence: z.array(evidenceSchema).default([]),
  verdict: z
    .object({ answer: z.string().nullable().default(null), because: z.string().default('') })
    .default({ answer: null, because: '' }),
});

export type CaseFile = Readonly<z.infer<typeof caseSchema>>;
export type CaseEvidence = Readonly<z.infer<typeof evidenceSchema>>;
export type CaseQuestion = Readonly<z.infer<typeof questionSchema>>;
export type CaseQuery = Readonly<z.infer<typeof querySchema>>;

export class CaseError extends Error {
  readonly code: 'missing' | 'invalid' | 'occupied' | 'escapes';
  /** The file or folder, and what is wrong with it. */
  readonly detail: string;

  constructor(code: CaseError['code'], detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, { cause });
    this.name = 'CaseError';
    this.code = code;
    this.detail = detail;
  }
}

const CASE = 'case.yaml';
const NOTES = 'notes.md';
const MAX_BYTES = 16 * 1024 * 1024;

export function isCase(folder: string): boolean {
  return existsSync(join(folder, CASE));
}

export function readCase(folder: string): CaseFile {
  return readBoth(folder).file;
}

function readBoth(folder: string): { readonly file: CaseFile; readonly document: Document } {
  const path = join(folder, CASE);
  if (!existsSync(path)) throw new CaseError('missing', folder);
  const bytes = readFileSync(path);
  if (bytes.length > MAX_BYTES) throw new CaseError('invalid', 'larger than 16 MiB');
  const document = parseDocument(bytes.toString('utf8'), { logLevel: 'silent' });
  const [error] = document.errors;
  if (error) throw new CaseError('invalid', error.message.split('\n', 1)[0] ?? '', error);
  const parsed = caseSchema.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new CaseError('invalid', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  return { file: parsed.data, document: document as Document };
}

export interface NewEvidence {
  /** Name below `evidence/` without the query's number; null: kept where it is. */
  readonly name: string | null;
  readonly text: string | null;
  readonly entry: Omit<CaseEvidence, 'id' | 'sha256' | 'sizeBytes' | 'file'> & Partial<Pick<CaseEvidence, 'file' | 'sha256' | 'sizeBytes'>>;
}

export interface CaseAddition {
  readonly now: string;
  readonly title: string;
  readonly hypothesis: string | null;
  readonly placeholder: string;
  readonly question: { readonly library: string | null; readonly text: string };
  readonly answer: 'yes' | 'no' | 'unknown' | null;
  readonly query: { readonly command: string; readonly summary: string };
  readonly evidence: readonly NewEvidence[];
  /** Heading and first words of the notes. */
  readonly notes: { readonly title: string; readonly lead: string };
}

/** Begins the case where there is none. Returns the number of the query. Throws CaseErrors. */
export function addToCase(folder: string, addition: CaseAddition): { readonly isNew: boolean; readonly query: string } {
  const isNew = !isCase(folder);
  if (isNew && existsSync(folder) && readdirSync(folder).some((name) => !name.startsWith('.'))) throw new CaseError('occupied', folder);
  makeFolder(join(folder, 'evidence'));
  const { file, document } = isNew ? begin(addition) : readBoth(folder);
  const number = file.questions.reduce((sum, { queries }) => sum + queries.length, 0) + 1;
  const query = `r${number}`;
  const known = new Map(file.evidence.map((each) => [sourceKey(each), each]));
  let next = file.evidence.length;
  const added: CaseEvidence[] = [];
  const evidence = addition.evidence.map((each): CaseEvidence => {
    // An original that an earlier query was read from is one piece of evidence.
    const same = each.text === null ? known.get(sourceKey({ file: '', sha256: '', ...each.entry })) : undefined;
    if (same) return same;
    next += 1;
    const made = entryOf(folder, each, { id: `e${next}`, prefix: String(number).padStart(3, '0') });
    added.push(made);
    return made;
  });
  const place = file.questions.findIndex(({ library, question }) =>
    addition.question.library === null ? library === null && question === addition.question.text : library === addition.question.library,
  );
  const told = { id: query, at: addition.now, ...addition.query, evidence: evidence.map(({ id }) => id) };
  if (place < 0) {
    const { library, text } = addition.question;
    const made = { id: `q${file.questions.length + 1}`, question: text, library, answer: addition.answer, because: '', queries: [told] };
    document.addIn(['questions'], document.createNode(made));
  } else {
    document.addIn(['questions', place, 'queries'], document.createNode(told));
    if (addition.answer !== null) document.setIn(['questions', place, 'answer'], addition.answer);
  }
  for (const each of added) document.addIn(['evidence'], document.createNode(each));
  if (!isNew && addition.hypothesis !== null) document.setIn(['hypothesis'], addition.hypothesis);
  replace(join(folder, CASE), document.toString({ lineWidth: 0 }));
  note(folder, addition, { query, isNew });
  return { isNew, query };
}

function sourceKey({ kind, file, sha256, lake }: Pick<CaseEvidence, 'kind' | 'file' | 'sha256' | 'lake'>): string {
  return [kind, lake ?? '', file, sha256].join('\n');
}

function begin({ now, title, hypothesis, placeholder }: CaseAddition): { readonly file: CaseFile; readonly document: Document } {
  const document = new Document({
    ...{ version: 1, title, opened: now, hypothesis: hypothesis ?? placeholder, questions: [], evidence: [] },
    verdict: { answer: null, because: '' },
  });
  return { file: caseSchema.parse(document.toJS()), document };
}

function entryOf(
  folder: string,
  { name, text, entry }: NewEvidence,
  { id, prefix }: { readonly id: string; readonly prefix: string },
): CaseEvidence {
  const { kind, lake } = entry;
  const more = lake === undefined ? {} : { lake };
  if (name === null || text === null) {
    return { id, file: entry.file ?? '', kind, sha256: entry.sha256 ?? '', sizeBytes: entry.sizeBytes ?? 0, ...more };
  }
  const file = `evidence/${prefix}-${name}`;
  replace(join(folder, file), text);
  const bytes = Buffer.from(text, 'utf8');
  return { id, file, kind, sha256: sha256Of(bytes), sizeBytes: bytes.length, ...more };
}

/** Whole or not at all. */
function replace(path: string, text: string): void {
  makeFolder(dirname(path));
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

function note(
  folder: string,
  { now, notes, query, question }: CaseAddition,
  { query: id, isNew }: { readonly query: string; readonly isNew: boolean },
): void {
  const path = join(folder, NOTES);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const head = isNew || before === '' ? `# ${notes.title}\n\n${notes.lead}\n` : before.replace(/\n*$/, '\n');
  replace(
    path,
    `${head}\n## ${id} · ${now} · ${oneLine(question.text)}\n\n\`${query.command.replaceAll('`', "'")}\`\n\n${oneLine(query.summary)}\n`,
  );
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[<>]/g, (char) => (char === '<' ? '&lt;' : '&gt;'));
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export type EvidenceState = 'intact' | 'altered' | 'missing' | 'absent';

/** A piece of evidence against its hash; `absent`: an original that is not on this machine. Throws CaseError `escapes`. */
export function checkEvidence(folder: string, { file, kind, sha256, lake }: CaseEvidence, cwd: string): EvidenceState {
  const isOwn = kind === 'report' || kind === 'timeline' || kind === 'rows';
  const path = isOwn ? insideOf(folder, file) : join(lake === undefined ? cwd : join(cwd, lake), file);
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (!status?.isFile()) return isOwn ? 'missing' : 'absent';
  return sha256Of(readFileSync(path)) === sha256 ? 'intact' : 'altered';
}

/** A case comes from others: what it names lies within it, also when a link says otherwise. */
export function insideOf(folder: string, file: string): string {
  const path = join(folder, file);
  const isOutside = (at: string, root: string): boolean => {
    const inside = relative(root, at);
    return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  };
  if (isOutside(path, folder)) throw new CaseError('escapes', file);
  if (existsSync(path) && isOutside(realpathSync(path), realpathSync(folder))) throw new CaseError('escapes', file);
  return path;
}
