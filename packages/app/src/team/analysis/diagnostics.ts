/** What a run could not read or understand, by file and line. */
import { isRecord } from '@kumomori/model';
import type { Asking, Team } from '../context.ts';
import { documentOf } from '../runs/index.ts';

const MAX_DIAGNOSTICS = 500;

export interface RunDiagnostic {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
}

export interface RunDiagnostics {
  readonly total: number;
  /** Errors first; at most 500. */
  readonly diagnostics: readonly RunDiagnostic[];
}

export async function diagnosticsOf(team: Team, asking: Asking, runId: string): Promise<RunDiagnostics> {
  const document = await documentOf(team, asking, { runId, kind: 'result' });
  const list: unknown = isRecord(document) ? document['diagnostics'] : null;
  const all = Array.isArray(list) ? list.map(diagnosticOf) : [];
  const ordered = all.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  return { total: all.length, diagnostics: ordered.slice(0, MAX_DIAGNOSTICS) };
}

function diagnosticOf(value: unknown): RunDiagnostic {
  const { severity, code, message, file, line } = isRecord(value) ? value : {};
  return {
    ...{ severity: textOf(severity), code: textOf(code), message: textOf(message) },
    ...{ file: typeof file === 'string' && file !== '' ? file : null, line: typeof line === 'number' ? line : null },
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
