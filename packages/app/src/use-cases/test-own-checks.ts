/** Runs the examples of users' checks: `checks test DIR`. */
import { resolve } from 'node:path';
import type { CatalogueEntry, Diagnostic, ExampleFormat, Language } from '@kumomori/model';
import { exampleFormats, oneLine } from '@kumomori/model';
import { productCatalogue } from '../catalogue/index.ts';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import { isFolder, loadOwnChecks } from '../own-checks/index.ts';
import { runExample } from './test-checks.ts';

export interface OwnCheckResult {
  readonly id: string;
  readonly file: string;
  readonly examples: number;
  /** Each as one sentence; empty when all is right. */
  readonly problems: readonly string[];
}

export interface OwnChecksTested {
  readonly checks: readonly OwnCheckResult[];
  /** What was wrong with files. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Throws AppError `usage` when there is no such folder. Checks in TypeScript run: whoever tests a folder means to run it. */
export async function testOwnChecks(
  folder: string,
  { cwd, language }: { readonly cwd: string; readonly language: Language },
): Promise<OwnChecksTested> {
  const { idOf } = productCatalogue();
  if (!isFolder(resolve(cwd, folder))) throw new AppError('usage', { message: messagesIn(language).ownChecks.noFolder(folder) });
  const folders = [{ folder: resolve(cwd, folder), shown: folder, runsTypeScript: true }];
  const { checks, diagnostics } = await loadOwnChecks(folders, { language, isTaken: (id) => idOf(id) !== null });
  return {
    checks: checks.map(({ entry, file }) => ({
      id: entry.id,
      file,
      examples: entry.check.examples.length,
      problems: problemsOf(entry, language),
    })),
    diagnostics,
  };
}

function problemsOf(entry: CatalogueEntry, language: Language): readonly string[] {
  const { results } = messagesIn(language).ownChecks;
  const { examples } = entry.check;
  const missing = (['pass', 'fail'] as const).filter((status) => !examples.some(({ expect }) => expect === status)).map(results.noExample);
  const wrong = examples.flatMap((example) => {
    const formats = exampleFormats.filter((format) => example.sources[format] !== undefined);
    return formats.flatMap((format) => {
      const problem = problemIn(entry, format, { example, language });
      return problem === null ? [] : [`${results.example(example.name)}: ${problem}`];
    });
  });
  return [...missing, ...wrong];
}

interface Asked {
  readonly example: CatalogueEntry['check']['examples'][number];
  readonly language: Language;
}

function problemIn(entry: CatalogueEntry, format: ExampleFormat, { example, language }: Asked): string | null {
  const { results } = messagesIn(language).ownChecks;
  try {
    const { status, message } = runExample(entry, format, example);
    if (status === example.expect) return null;
    const said = message ? ` (${message[language]})` : '';
    return `${results.wrong(example.expect, format, status)}${said}`;
  } catch (error) {
    // A check in TypeScript may do anything.
    return results.internal(oneLine(error instanceof Error ? error.message : String(error)));
  }
}
