/** A template as a flat list, before directives are nested. */
import type { Expression, TextMark } from './ast.ts';
import type { ForHead } from './collection.ts';

export interface TextToken {
  readonly kind: 'text';
  text: string;
  /** Where `text` stands in the file. */
  start: number;
  /** Further places inside the text, behind escapes; null for none. Counted from the start of `text`. */
  readonly escapes: readonly TextMark[] | null;
}

export type TemplateToken =
  | TextToken
  | { readonly kind: 'interpolation'; readonly value: Expression }
  | { readonly kind: 'if'; readonly test: Expression; readonly at: number }
  | { readonly kind: 'for'; readonly head: ForHead; readonly at: number }
  | { readonly kind: 'else'; readonly at: number }
  | { readonly kind: 'endif'; readonly at: number }
  | { readonly kind: 'endfor'; readonly at: number };
