/** Reads suppression comments: our own and those of other scanners, so that a team can change tools without rewriting its code. */

import { isCalendarDate } from '../dates.ts';

export type InlineSyntax = 'kumomori' | 'checkov' | 'trivy' | 'tfsec' | 'kics' | 'terrascan';

export interface InlineDirective {
  readonly syntax: InlineSyntax;
  /** As written; `*` for everything. */
  readonly ids: readonly string[];
  /** `file`: the whole file; `line`: only what stands in the next line; `block`: the block around or below, or the line. */
  readonly scope: 'block' | 'line' | 'file';
  readonly reason: string | null;
  /** YYYY-MM-DD, still valid on that day. */
  readonly until: string | null;
  /** The date, when it is none. */
  readonly invalidDate: string | null;
}

/** What can be in a comment at all; asked before anything else, because nearly no comment is one. */
export function mayHoldDirective(comment: string): boolean {
  return /kumomori:|checkov:|trivy:|tfsec:|kics-scan|ts:skip/.test(comment);
}

/** The directives of one comment, line by line. Text that is none is skipped. O(length). */
export function readDirectives(comment: string): readonly InlineDirective[] {
  return comment.split('\n').flatMap((line) => {
    const text = line.slice(0, 2000);
    return [...ours(text), ...checkov(text), ...aqua(text), ...kics(text), ...terrascan(text)];
  });
}

type Given = Partial<InlineDirective> & Pick<InlineDirective, 'syntax' | 'ids'>;

function directive(given: Given): InlineDirective {
  const until = given.until ?? null;
  const isDate = until === null || isCalendarDate(until);
  return {
    scope: 'block',
    reason: null,
    ...given,
    until: isDate ? until : null,
    invalidDate: isDate ? null : until,
  };
}

/** `kumomori:ignore ID[,ID] until=YYYY-MM-DD reason="…"` */
function ours(text: string): readonly InlineDirective[] {
  const at = text.indexOf('kumomori:ignore');
  if (at === -1) return [];
  const rest = text.slice(at + 'kumomori:ignore'.length);
  const options = rest.search(/\b(?:until|reason)\s*=/);
  const ids = splitIds(options === -1 ? rest : rest.slice(0, options));
  const until = /\buntil\s*=\s*"?([^\s"]+)/.exec(rest)?.[1] ?? null;
  const reason = /\breason\s*=\s*(?:"([^"]*)"|(\S.*))/.exec(rest);
  // Without an id it suppresses nothing; that is said, not swallowed.
  return [directive({ syntax: 'kumomori', ids, until, reason: (reason?.[1] ?? reason?.[2])?.trim() ?? null })];
}

/** `checkov:skip=CKV_AWS_20[,CKV_AWS_21][:reason]` */
function checkov(text: string): readonly InlineDirective[] {
  const match = /checkov:skip\s*=\s*([\w,\s-]+)(?::(.*))?/.exec(text);
  if (!match) return [];
  const ids = splitIds(match[1] ?? '');
  return ids.length === 0 ? [] : [directive({ syntax: 'checkov', ids, reason: match[2]?.trim() || null })];
}

/** `trivy:ignore:ID[:exp:YYYY-MM-DD]` and the same of tfsec, several in one line. `[…]` behind an id narrows it in ways we do not follow. */
function aqua(text: string): readonly InlineDirective[] {
  return [...text.matchAll(/\b(trivy|tfsec):ignore:([^\s]+)/g)].flatMap((match) => {
    const [id = '', ...options] = (match[2] ?? '').replace(/\[[^\]]*\]?/, '').split(':');
    const expiry = options.indexOf('exp');
    const until = expiry === -1 ? null : (options[expiry + 1] ?? '');
    return id === '' ? [] : [directive({ syntax: match[1] === 'trivy' ? 'trivy' : 'tfsec', ids: [id], until })];
  });
}

/** `kics-scan ignore`, `ignore-block`, `ignore-line`, `disable=ID[,ID]` */
function kics(text: string): readonly InlineDirective[] {
  const match = /kics-scan\s+(ignore-block|ignore-line|ignore|disable\s*=\s*([\w,\s-]+))/.exec(text);
  if (!match) return [];
  if (match[2] !== undefined) return [directive({ syntax: 'kics', ids: splitIds(match[2]), scope: 'file' })];
  const scope = match[1] === 'ignore' ? 'file' : match[1] === 'ignore-line' ? 'line' : 'block';
  return [directive({ syntax: 'kics', ids: ['*'], scope })];
}

/** `ts:skip=AC_AWS_0207 reason` */
function terrascan(text: string): readonly InlineDirective[] {
  const match = /ts:skip\s*=\s*([\w.-]+)(.*)/.exec(text);
  return match ? [directive({ syntax: 'terrascan', ids: [match[1] ?? ''], reason: match[2]?.trim() || null })] : [];
}

function splitIds(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((id) => id !== '');
}
