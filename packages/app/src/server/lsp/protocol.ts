/** Findings in the words of the Language Server Protocol. */
import { extname } from 'node:path';
import type { Diagnostic as Problem, Severity } from '@kumomori/model';
import type { Diagnostic, DiagnosticSeverity, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { EditorFinding, EditorRange } from '../../use-cases/index.ts';

const SOURCE = 'kumomori';
/** Error, Warning, Information, Hint (LSP 3.17, DiagnosticSeverity). */
const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = { critical: 1, high: 1, medium: 2, low: 3, info: 4 };
const PROBLEM_SEVERITIES: Readonly<Record<Problem['severity'], DiagnosticSeverity>> = { error: 1, warning: 2, info: 3 };

export function findingDiagnostic(finding: EditorFinding, uriOf: (file: string) => string): Diagnostic {
  const { range, severity, checkId, href, message, related } = finding;
  return {
    range: rangeOf(range),
    severity: SEVERITIES[severity],
    source: SOURCE,
    code: checkId,
    ...(href !== null && { codeDescription: { href } }),
    message,
    ...(related.length > 0 && {
      relatedInformation: related.map(({ file, line, text }) => ({
        location: { uri: uriOf(file), range: wholeLine(line) },
        message: text,
      })),
    }),
    data: { fingerprint: finding.fingerprint },
  };
}

export function problemDiagnostic({ line, column, severity, code, message }: Problem): Diagnostic {
  const at = { line: (line ?? 1) - 1, character: (column ?? 1) - 1 };
  return {
    range: { start: at, end: { ...at, character: at.character + 1 } },
    severity: PROBLEM_SEVERITIES[severity],
    source: SOURCE,
    code,
    message,
  };
}

function rangeOf({ startLine, startColumn, endLine, endColumn }: EditorRange): Range {
  return { start: { line: startLine, character: startColumn }, end: { line: endLine, character: endColumn } };
}

function wholeLine(line: number): Range {
  return { start: { line: line - 1, character: 0 }, end: { line, character: 0 } };
}

export interface SuppressionPlace {
  readonly text: string;
  readonly uri: string;
  /** ISO-8601 date until which it holds. */
  readonly day: string;
  /** One line; quotes and line ends of it are taken away. */
  readonly reason: string;
}

/** A comment above the block, indented like it; null where the format has no comments. */
export function suppression({ checkId, block }: EditorFinding, { text, uri, day, reason }: SuppressionPlace): WorkspaceEdit | null {
  if (extname(uri) === '.json') return null;
  const line = text.split('\n')[block.line - 1];
  if (line === undefined) return null;
  const indent = /^\s*/.exec(line.replace(/\r$/, ''))?.[0] ?? '';
  const newline = line.endsWith('\r') ? '\r\n' : '\n';
  const sign = extname(uri) === '.bicep' ? '//' : '#';
  const at = { line: block.line - 1, character: 0 };
  const newText = `${indent}${sign} kumomori:ignore ${checkId} until=${day} reason="${reason.replaceAll('"', "'").replaceAll(/\s+/g, ' ').trim()}"${newline}`;
  return { changes: { [uri]: [{ range: { start: at, end: at }, newText }] } };
}

/** One edit of the lines that differ: an editor keeps the cursor and folds elsewhere. */
export function replacement({ before, after }: { readonly before: string; readonly after: string }): TextEdit {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const isToTheEnd = tail === 0;
  const end = isToTheEnd ? { line: old.length - 1, character: old.at(-1)?.length ?? 0 } : { line: old.length - tail, character: 0 };
  const newText = now.slice(head, now.length - tail).join('\n');
  return { range: { start: { line: head, character: 0 }, end }, newText: isToTheEnd || newText === '' ? newText : `${newText}\n` };
}
