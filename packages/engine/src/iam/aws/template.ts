/** Texts with policy variables: `arn:aws:s3:::home/${aws:username}/*`. Source: IAM User Guide, "IAM policy elements: Variables and tags". */
import { STAR, hasHole, literal, wild } from '../glob.ts';
import type { RequestContext } from './request.ts';
import { UNKNOWN } from './request.ts';

interface Variable {
  /** Lower case. */
  readonly key: string;
  readonly fallback: string | null;
}

export interface Template {
  /** As written. */
  readonly source: string;
  /** The pattern itself when it has no variable, else null. */
  readonly fixed: string | null;
  /** Some part is unknown until the code is applied. */
  readonly hole: boolean;
  readonly parts: readonly (string | Variable)[];
}

export interface TemplateOptions {
  /** Variables exist only in version 2012-10-17. */
  readonly variables: boolean;
  /** Whether `*` and `?` are wildcards here. */
  readonly wildcards: boolean;
}

export function parseTemplate(source: string, { variables, wildcards }: TemplateOptions): Template {
  const plain = wildcards ? wild : literal;
  const hole = hasHole(source);
  if (!variables || !source.includes('${')) return { source, fixed: plain(source), hole, parts: [] };
  const parts: (string | Variable)[] = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('${', at);
    const close = open === -1 ? -1 : source.indexOf('}', open);
    if (close === -1) break;
    if (open > at) parts.push(plain(source.slice(at, open)));
    parts.push(variableOf(source.slice(open + 2, close)));
    at = close + 1;
  }
  if (at < source.length) parts.push(plain(source.slice(at)));
  const isFixed = parts.every((part) => typeof part === 'string');
  return { source, fixed: isFixed ? parts.join('') : null, hole, parts };
}

/** `aws:username`, `aws:PrincipalTag/team, 'none'`, or one of the three escapes. */
function variableOf(inside: string): string | Variable {
  if (inside === '*' || inside === '?' || inside === '$') return inside;
  const comma = inside.indexOf(',');
  if (comma === -1) return { key: inside.trim().toLowerCase(), fallback: null };
  const quoted = /^\s*'(.*)'\s*$/s.exec(inside.slice(comma + 1));
  return { key: inside.slice(0, comma).trim().toLowerCase(), fallback: quoted ? (quoted[1] ?? '') : null };
}

/**
 * The pattern with the request's values in it; null when a variable has no single value there (nothing is equal or like it then), `UNKNOWN` when its value
 * is not known.
 */
export function fill(template: Template, context: RequestContext): string | null | typeof UNKNOWN {
  if (template.fixed !== null) return template.fixed;
  let text = '';
  let unknown = false;
  for (const part of template.parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const values = context.get(part.key);
    if (values === UNKNOWN) unknown = true;
    else if (values === null || values.length !== 1) {
      if (values !== null || part.fallback === null) return null;
      text += literal(part.fallback);
    } else text += literal(values[0] ?? '');
  }
  return unknown ? UNKNOWN : text;
}

/** What a pattern with unknown variables could match at best. */
export function widest(template: Template): string {
  return template.fixed ?? template.parts.map((part) => (typeof part === 'string' ? part : STAR)).join('');
}
