import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { AppliedBaseline, parseBaseline } from '../suppressions/index.ts';

/** Null when there is none to apply. Throws AppError `baseline-missing` and `baseline-invalid`. */
export async function openBaseline(
  path: string | null,
  { cwd, messages }: { readonly cwd: string; readonly messages: Messages },
): Promise<AppliedBaseline | null> {
  if (path === null) return null;
  const baseline = await parseBaseline(readBaseline(path, cwd, messages));
  if (!baseline) throw new AppError('baseline-invalid', { message: messages.baseline.invalid(path) });
  return new AppliedBaseline(baseline, path);
}

function readBaseline(path: string, cwd: string, messages: Messages): string {
  try {
    return readFileSync(resolve(cwd, path), 'utf8');
  } catch (cause) {
    throw new AppError('baseline-missing', { message: messages.baseline.missing(path), cause });
  }
}
