/** Files and folders of Sigma rules → what can run of them, and what each document of them is. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Placeholders, PlacedDocument, RejectedDocument, RuleSet } from '@kumomori/engine';
import { compileRuleSet } from '@kumomori/engine';
import type { SigmaDocument, SigmaLevel, SigmaProblem } from '@kumomori/model';
import { readSigma } from '@kumomori/parsers';
import { parseDocument } from 'yaml';
import { AppError } from '../errors.ts';
import { decode } from '../files/index.ts';
import type { Messages } from '../i18n/index.ts';

export interface ReadRulesOptions {
  readonly cwd: string;
  readonly messages: Messages;
  /** Values of `%name%`: a YAML or JSON mapping. */
  readonly placeholders?: string | null;
  /** Rules of the product: one JSON text a document. They come first. */
  readonly own?: readonly { readonly path: string; readonly documents: readonly string[] }[];
}

/** One document of a rule file (contracts.md §5, with more). */
export interface RuleRow {
  readonly file: string;
  readonly id: string | null;
  readonly title: string | null;
  readonly compiles: boolean;
  /** Why not; null where it compiles. */
  readonly reason: string | null;
  readonly line: number;
  readonly kind: 'rule' | 'correlation' | 'filter' | null;
  readonly level: SigmaLevel | null;
  /** The logs it runs on; empty for those that kumomori does not read. */
  readonly sources: readonly string[];
  readonly warnings: readonly string[];
}

export interface LoadedRules {
  readonly set: RuleSet;
  readonly rows: readonly RuleRow[];
}

const RULE_FILE = /\.ya?ml$/i;
const MAX_BYTES = 8 * 1024 * 1024;
const MAX_FILES = 100_000;
const MAX_DEPTH = 64;

/** Files in the order of their names. Throws AppErrors for paths that are not there and placeholders that cannot be read. */
export function readRules(paths: readonly string[], options: ReadRulesOptions): LoadedRules {
  const documents: PlacedDocument[] = [];
  const problems: { readonly file: string; readonly problem: SigmaProblem }[] = [];
  for (const { path, documents: texts } of options.own ?? [])
    for (const text of texts) documents.push(...readSigma(path, text).documents.map((document) => ({ file: path, document })));
  for (const { path, file } of ruleFiles(paths, options)) {
    const text = ruleText(file);
    if (typeof text !== 'string') problems.push({ file: path, problem: { ...WHOLE, reason: text.reason } });
    else {
      const read = readSigma(path, text);
      documents.push(...read.documents.map((document) => ({ file: path, document })));
      problems.push(...read.problems.map((problem) => ({ file: path, problem })));
    }
  }
  const set = compileRuleSet(documents, { placeholders: readPlaceholders(options) });
  return { set, rows: rowsOf(set, documents, problems) };
}

const WHOLE = { severity: 'error', title: null, id: null, line: 1 } as const;

function ruleText(file: string): string | { readonly reason: string } {
  try {
    const bytes = readFileSync(file);
    if (bytes.length > MAX_BYTES) return { reason: 'the file is larger than 8 MiB' };
    const decoded = decode(bytes);
    return decoded.kind === 'binary' ? { reason: 'the file is binary' } : decoded.text;
  } catch {
    return { reason: 'the file cannot be read' };
  }
}

interface RuleFile {
  readonly path: string;
  readonly file: string;
}

function ruleFiles(paths: readonly string[], { cwd, messages }: ReadRulesOptions): readonly RuleFile[] {
  const found: RuleFile[] = [];
  for (const path of paths) {
    const file = resolve(cwd, path);
    const status: Stats | undefined = statSync(file, { throwIfNoEntry: false });
    if (!status) throw new AppError('target-missing', { message: messages.detect.noRules(path) });
    if (status.isDirectory()) below({ path: path.replace(/\/+$/, ''), file }, 0, found);
    else found.push({ path, file });
  }
  return found;
}

/** Links and names that begin with a dot are left out. */
function below(folder: RuleFile, depth: number, found: RuleFile[]): void {
  if (depth > MAX_DEPTH || found.length >= MAX_FILES) return;
  let entries: Dirent[] = [];
  try {
    entries = readdirSync(folder.file, { withFileTypes: true });
  } catch {
    return;
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const next = { path: `${folder.path}/${entry.name}`, file: join(folder.file, entry.name) };
    if (entry.isDirectory()) below(next, depth + 1, found);
    else if (entry.isFile() && RULE_FILE.test(entry.name)) found.push(next);
  }
}

function readPlaceholders({ placeholders = null, cwd, messages }: ReadRulesOptions): Placeholders {
  if (placeholders === null) return new Map();
  const bad = (cause?: unknown): AppError =>
    new AppError('target-unreadable', { message: messages.detect.badPlaceholders(placeholders), cause });
  let data: unknown;
  try {
    const document = parseDocument(readFileSync(resolve(cwd, placeholders), 'utf8'), { logLevel: 'silent' });
    if (document.errors.length > 0) throw bad(document.errors[0]);
    data = document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw cause instanceof AppError ? cause : bad(cause);
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw bad();
  const found = new Map<string, readonly string[]>();
  for (const [name, values] of Object.entries(data)) {
    const list: readonly unknown[] = Array.isArray(values) ? values : [values];
    if (list.some((each) => typeof each === 'object')) throw bad();
    found.set(name.replace(/^%(.*)%$/, '$1').toLowerCase(), list.map(String));
  }
  return found;
}

function rowsOf(
  { rules, correlations, rejected, warnings }: RuleSet,
  documents: readonly PlacedDocument[],
  problems: readonly { readonly file: string; readonly problem: SigmaProblem }[],
): readonly RuleRow[] {
  const refused = new Map(rejected.map((each) => [each.document, each]));
  const compiled = new Map<SigmaDocument, (typeof rules)[number] | (typeof correlations)[number]>(
    [...rules, ...correlations].map((each) => [each.document, each]),
  );
  const oddities = (file: string, line: number, next: number, more: readonly RejectedDocument[]): readonly string[] => [
    ...problems
      .filter(({ file: at, problem }) => at === file && problem.severity === 'warning' && problem.line >= line && problem.line < next)
      .map(({ problem }) => problem.reason),
    ...more.map(({ reason }) => reason),
  ];
  const rows = documents.map(({ file, document }, index): RuleRow => {
    const following = documents[index + 1];
    const next = following?.file === file ? following.document.line : Number.POSITIVE_INFINITY;
    const refusal = refused.get(document);
    const found = compiled.get(document);
    return {
      ...{ file, id: document.id, title: document.title, compiles: refusal === undefined, reason: refusal?.reason ?? null },
      ...{ line: refusal?.line ?? document.line, kind: document.kind, level: found?.level ?? document.level },
      sources: found?.kind === 'rule' ? found.sources : [],
      warnings: oddities(
        file,
        document.line,
        next,
        warnings.filter((each) => each.document === document),
      ),
    };
  });
  const failed = problems
    .filter(({ problem }) => problem.severity === 'error')
    .map(({ file, problem: { id, title, reason, line } }): RuleRow => {
      return { file, id, title, compiles: false, reason, line, kind: null, level: null, sources: [], warnings: [] };
    });
  return [...rows, ...failed].toSorted((a, b) => compareTexts(a.file, b.file) || a.line - b.line);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
