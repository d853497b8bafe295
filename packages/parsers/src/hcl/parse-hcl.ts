/** Entry points for native syntax: a file, a free-standing expression, a free-standing template. */
import type { Diagnostic, Source } from '@kumomori/model';
import type { Body, Expression, HclFile, TemplatePart } from './ast.ts';
import { failTooHigh, isTooHigh, parseFileBody, parseValue } from './body.ts';
import { DEFAULT_MAX_BYTES } from './limits.ts';
import { openReader } from './open-reader.ts';
import { describeAt, fail, skipTrivia } from './reader.ts';
import { parseBareTemplate } from './template.ts';

export interface ParseOptions {
  /** Longer texts are not read. Counted in UTF-16 code units, which for configuration files are bytes nearly everywhere. */
  readonly maxBytes?: number;
}

/**
 * The tree of a `.tf`, `.tofu`, `.tfvars` or other HCL text. Never throws: what could not be read is a diagnostic (`hcl-syntax`, `limit`,
 * `binary`, `too-large`) and, where an attribute is concerned, a value of kind `invalid`; the rest of the file is in the tree. O(length).
 */
export function parseHcl(source: Source, { maxBytes = DEFAULT_MAX_BYTES }: ParseOptions = {}): HclFile {
  const unreadable = rejectText(source, maxBytes);
  if (unreadable) return { source, body: emptyBody(source), comments: [], diagnostics: [unreadable] };
  const reader = openReader(source);
  const body = parseFileBody(reader);
  return { source, body, comments: reader.comments, diagnostics: reader.diagnostics };
}

/** A diagnostic when the text is too large or not text at all, otherwise null. */
export function rejectText(source: Source, maxBytes: number): Diagnostic | null {
  const whole = { severity: 'error', file: source.path, line: null, column: null } as const;
  if (source.text.length > maxBytes) {
    const message = `file is larger than ${sizeText(maxBytes)} and was not read`;
    return { ...whole, code: 'too-large', message };
  }
  if (source.text.includes('\0')) return { ...whole, code: 'binary', message: 'file is binary: it contains NUL bytes' };
  return null;
}

function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${bytes} bytes` : `${Math.round(bytes / 1024 / 1024)} MiB`;
}

export function emptyBody(source: Source): Body {
  return { attributes: [], blocks: [], start: 0, end: source.text.length };
}

export interface ParsedExpression {
  readonly value: Expression;
  readonly diagnostics: readonly Diagnostic[];
}

/** One expression that takes up the whole text, e.g. the value of `--var`. Line ends count as blanks. Never throws. */
export function parseHclExpression(source: Source): ParsedExpression {
  const reader = openReader(source);
  reader.newlines = false;
  skipTrivia(reader);
  const value = parseValue(reader);
  if (!reader.failed && reader.pos < reader.end)
    fail(reader, reader.pos, `end of the expression expected, found ${describeAt(reader, reader.pos)}`);
  const result: Expression = reader.failed ? { kind: 'invalid', start: 0, end: reader.end } : value;
  return { value: result, diagnostics: reader.diagnostics };
}

export interface ParsedTemplate {
  /** Empty when the template is broken. */
  readonly parts: readonly TemplatePart[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A whole text as a template, as `templatefile` reads files and Terraform JSON reads strings. No backslash escapes. Never throws. */
export function parseTemplate(source: Source): ParsedTemplate {
  const reader = openReader(source);
  const parts = parseBareTemplate(reader);
  if (isTooHigh(reader, { kind: 'template', parts, start: 0, end: reader.end })) failTooHigh(reader, 0);
  return { parts: reader.failed ? [] : parts, diagnostics: reader.diagnostics };
}
