import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic, Finding } from '@kumomori/model';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { applyBaseline, baselineDiagnostics, parseBaseline } from '../suppressions/index.ts';

export interface BaselineOptions {
  /** Null: no baseline. */
  readonly path: string | null;
  readonly cwd: string;
  readonly messages: Messages;
  readonly ranChecks: ReadonlySet<string>;
}

/** Findings with those of the baseline suppressed. Throws AppError `baseline-missing` and `baseline-invalid`. */
export async function withBaseline(
  findings: readonly Finding[],
  { path, cwd, messages, ranChecks }: BaselineOptions,
): Promise<{ readonly findings: readonly Finding[]; readonly diagnostics: readonly Diagnostic[] }> {
  if (path === null) return { findings, diagnostics: [] };
  const baseline = await parseBaseline(readBaseline(path, cwd, messages));
  if (!baseline) throw new AppError('baseline-invalid', { message: messages.baseline.invalid(path) });
  return {
    findings: applyBaseline(findings, baseline, path),
    diagnostics: baselineDiagnostics(findings, baseline, { file: path, ranChecks, messages }),
  };
}

function readBaseline(path: string, cwd: string, messages: Messages): string {
  try {
    return readFileSync(resolve(cwd, path), 'utf8');
  } catch (cause) {
    throw new AppError('baseline-missing', { message: messages.baseline.missing(path), cause });
  }
}
