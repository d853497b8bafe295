/** JSON files that hold policies and nothing else, told from plans, states and templates by what is in them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '@kumomori/model';
import { isRecord } from '@kumomori/model';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';

/**
 * The documents of a file, one or a list of them; null: no JSON by its name, or it holds something else. Throws an AppError for a file that
 * cannot be read or is no JSON.
 */
export function readPolicyFile(
  path: string,
  { cwd, language }: { readonly cwd: string; readonly language: Language },
): readonly unknown[] | null {
  if (!/\.json$/i.test(path)) return null;
  const { unreadable, notJson } = messagesIn(language).iam.diff;
  const text = orUnreadable(() => readFileSync(resolve(cwd, path), 'utf8'), unreadable(path));
  const json = orUnreadable((): unknown => JSON.parse(text.replace(/^\uFEFF/, '')), notJson(path));
  const documents: readonly unknown[] = Array.isArray(json) ? json : [json];
  return documents.length > 0 && documents.every(isPolicy) ? documents : null;
}

function orUnreadable<T>(read: () => T, message: string): T {
  try {
    return read();
  } catch (cause) {
    throw new AppError('target-unreadable', { message, cause });
  }
}

function isPolicy(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).some((key) => key.toLowerCase() === 'statement');
}
