/** What editing a text gives: another text, or the reason why it was left alone. */

/** Files by path, as the file tree names them. */
export type Texts = ReadonlyMap<string, string>;

/**
 * - `expression`: the value is computed, or comes from elsewhere: changing it here would change the meaning of the code
 * - `generated`: a dynamic block, a function that makes the resource: the text is no longer the resource's own
 * - `shared`: an anchor that other places use, too
 * - `not-found`: the resource or the list to change is not written in this file
 * - `unsupported`: a form of writing that is not edited
 */
export type RefusalCode = 'expression' | 'generated' | 'shared' | 'not-found' | 'unsupported';

export interface Refusal {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  /** What stands there: `var.versioning`, `dynamic "ingress"`, `&defaults`. */
  readonly what: string;
  /** Where, when it is written somewhere. */
  readonly at: { readonly file: string; readonly start: number } | null;
}

export interface Edited {
  readonly kind: 'edited';
  /** Only files that differ. */
  readonly changed: Texts;
}

export type EditOutcome = Edited | Refusal;

/** Thrown inside of this folder only; `editCode` gives it back as a value. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(code: RefusalCode, what: string, at: Refusal['at'] = null) {
    super(what);
    this.refusal = { kind: 'refused', code, what: what.length > 80 ? `${what.slice(0, 79)}…` : what, at };
  }
}

/** Replaces `text[start, end)`. */
export function spliced(text: string, { start, end }: { readonly start: number; readonly end: number }, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** The line end the text is written with. */
export function lineEndOf(text: string): string {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

/** Offset of the first character of the line that holds `at`. */
export function lineStartAt(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Offset of the line end (its `\r` or `\n`) of the line that holds `at`; the text's end without one. */
export function lineEndAt(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end === -1) return text.length;
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}

/** The blanks that the line of `at` begins with. */
export function indentAt(text: string, at: number): string {
  const start = lineStartAt(text, at);
  return /^[ \t]*/.exec(text.slice(start, start + 400))?.[0] ?? '';
}

/** The text of a file. Throws Refused when there is none. */
export function textOf(texts: Texts, file: string): string {
  const text = texts.get(file);
  if (text === undefined) throw new Refused('not-found', file);
  return text;
}
