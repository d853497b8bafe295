import type { Source } from './source.ts';
import { lineColumnAt } from './source.ts';

/** Something that could not be read or evaluated. A diagnostic never stops a run. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning' | 'info';
  readonly file: string;
  /** Starts at 1; null when the whole file is meant. */
  readonly line: number | null;
  readonly column: number | null;
  /** A stable word for the kind of trouble, e.g. `hcl-syntax`, `too-large`, `cycle`. */
  readonly code: string;
  readonly message: string;
}

export interface DiagnosticOptions {
  readonly severity?: Diagnostic['severity'];
  readonly code: string;
  readonly message: string;
}

/** A diagnostic at an offset of a source. */
export function diagnosticAt(source: Source, offset: number, options: DiagnosticOptions): Diagnostic {
  const { line, column } = lineColumnAt(source, offset);
  return { severity: options.severity ?? 'error', file: source.path, line, column, code: options.code, message: options.message };
}
