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

/** Longest message of a diagnostic; what is quoted from hostile text may be anything. */
const MAX_MESSAGE = 300;

/** The message on one line: control and line-break characters as `\u{…}` escapes, cut when it is longer than anybody reads. */
export function oneLine(message: string): string {
  const cut = message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}…` : message;
  return cut.replaceAll(/[\p{Cc}\u2028\u2029]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** A diagnostic at an offset of a source. */
export function diagnosticAt(source: Source, offset: number, options: DiagnosticOptions): Diagnostic {
  const { line, column } = lineColumnAt(source, offset);
  return { severity: options.severity ?? 'error', file: source.path, line, column, code: options.code, message: oneLine(options.message) };
}
