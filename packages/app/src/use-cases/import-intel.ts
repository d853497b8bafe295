/** Files and folders of threat intelligence → a store of indicators. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic, Indicator, Language, WarningList } from '@kumomori/model';
import type { IntelDocument, IntelKind } from '@kumomori/parsers';
import { readIntel } from '@kumomori/parsers';
import { OWN_WARNING_LISTS, warningOf } from '@kumomori/engine';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { messagesIn } from '../i18n/index.ts';
import { keyOf, readIndicators, readWarningLists, storedLine, withStore, writeIndicators, writeWarningLists } from '../intel/index.ts';
import { listObjects } from '../logs/index.ts';

export interface ImportIntelOptions {
  readonly paths: readonly string[];
  readonly store: string;
  readonly cwd: string;
  readonly language: Language;
  readonly now: () => Date;
  /** Warning lists are not asked about these. */
  readonly trust: boolean;
  /** What plain lists are called; null: the name of their file. */
  readonly source: string | null;
}

export interface IntelCounts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly revoked: number;
  /** Values on warning lists: kept, and never matched. */
  readonly warned: number;
}

export interface IntelImport extends IntelCounts {
  readonly files: readonly { readonly file: string; readonly kind: IntelKind; readonly indicators: number; readonly problems: number }[];
  readonly warningLists: number;
  readonly total: number;
  readonly diagnostics: readonly Diagnostic[];
}

const MAX_BYTES = 512 * 1024 * 1024;
const MAX_DIAGNOSTICS = 500;

/** Throws AppErrors; the store is then as it was. */
export async function importIntel(options: ImportIntelOptions): Promise<IntelImport> {
  const { paths, cwd, language, source } = options;
  const messages = messagesIn(language);
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    if (diagnostics.length < MAX_DIAGNOSTICS) diagnostics.push(diagnostic);
  };
  const files: { file: string; kind: IntelKind; indicators: number; problems: number }[] = [];
  const indicators: Indicator[] = [];
  const lists: WarningList[] = [];
  for (const { path, file, sizeBytes } of listObjects(paths, { cwd, messages, report })) {
    const document =
      file === null ? null : sizeBytes > MAX_BYTES ? null : readIntel(textIn(file), source ?? (path.split('/').at(-1) || path));
    if (!document) {
      report(diagnosticOf(path, { code: 'too-large', detail: path, line: null }, messages));
      continue;
    }
    for (const problem of document.problems) report(diagnosticOf(path, problem, messages));
    for (const each of document.indicators) indicators.push(each);
    lists.push(...document.warningLists);
    files.push({ file: path, kind: document.kind, indicators: document.indicators.length, problems: document.problems.length });
  }
  const counts = await storeIntel({ indicators, lists }, options);
  return { ...counts, files, warningLists: lists.length, diagnostics };
}

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Told as a document of no known form.
    return '';
  }
}

export function diagnosticOf(file: string, { code, detail, line }: IntelDocument['problems'][number], messages: Messages): Diagnostic {
  return { severity: 'warning', file, line, column: null, code: `intel-${code}`, message: messages.intel.problems[code](detail) };
}

type StoreOptions = Pick<ImportIntelOptions, 'store' | 'cwd' | 'language' | 'now' | 'trust'>;

/** Newest version wins, what was revoked goes, what is known stays. Throws AppErrors. */
export async function storeIntel(
  { indicators, lists }: { readonly indicators: readonly Indicator[]; readonly lists: readonly WarningList[] },
  { store, cwd, language, now, trust }: StoreOptions,
): Promise<IntelCounts & { readonly total: number }> {
  const messages = messagesIn(language);
  const folder = resolve(cwd, store);
  try {
    const counts = await withStore(folder, async () => {
      const known = new Map([...readWarningLists(folder), ...lists].map((each) => [each.name, each]));
      if (lists.length > 0) writeWarningLists(folder, [...known.values()]);
      return merge(indicators, { folder, toldAt: now().toISOString(), trust, lists: [...known.values()] });
    });
    if (counts) return counts;
  } catch (cause) {
    throw new AppError('output-failed', { message: messages.intel.notWritten(store), cause });
  }
  throw new AppError('snapshot-in-use', { message: messages.intel.inUse(store) });
}

function merge(
  indicators: readonly Indicator[],
  {
    folder,
    toldAt,
    trust,
    lists,
  }: { readonly folder: string; readonly toldAt: string; readonly trust: boolean; readonly lists: readonly WarningList[] },
): IntelCounts & { readonly total: number } {
  const lines = new Map<string, { readonly line: string; readonly modified: string | null }>();
  for (const { indicator } of readIndicators(folder))
    lines.set(keyOf(indicator), { line: storedLine(indicator), modified: indicator.modified });
  const warn = warningOf([...lists, ...OWN_WARNING_LISTS]);
  const counts = { added: 0, updated: 0, unchanged: 0, revoked: 0, warned: 0 };
  for (const indicator of indicators) {
    const key = keyOf(indicator);
    const before = lines.get(key);
    if (before && (before.modified ?? '') > (indicator.modified ?? '')) {
      counts.unchanged++;
      continue;
    }
    if (indicator.revoked) {
      if (lines.delete(key)) counts.revoked++;
      continue;
    }
    const line = storedLine({ ...indicator, toldAt, trusted: trust });
    if (before && withoutTold(before.line) === withoutTold(line)) {
      counts.unchanged++;
      continue;
    }
    if (!trust) counts.warned += indicator.observables.filter((each) => warn(each) !== null).length;
    counts[before ? 'updated' : 'added']++;
    lines.set(key, { line, modified: indicator.modified });
  }
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
  writeIndicators(
    folder,
    sorted.map(([, { line }]) => line),
  );
  return { ...counts, total: lines.size };
}

/** The last time that something was told is no change of it. */
function withoutTold(line: string): string {
  return line.replace(/"toldAt":"[^"]{1,40}",?/, '');
}
