/** Syntax tree of HCL native syntax and of its JSON form (`*.tf.json`, which is translated into the same nodes). */
import type { Diagnostic, Source } from '@kumomori/model';
import type { Comment } from '../format.ts';

/** Every node: offsets into the file's text, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface HclFile {
  readonly source: Source;
  readonly body: Body;
  readonly comments: readonly Comment[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface Body extends Span {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
}

/** `name = value`. Of a name given twice, all are kept in order; a diagnostic names the second. */
export interface Attribute extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Expression;
}

export interface Block extends Span {
  readonly type: string;
  readonly labels: readonly string[];
  /** Type and labels, up to but without the opening brace. */
  readonly head: Span;
  readonly body: Body;
}

export type Expression =
  /** `marks` for texts whose places do not follow from the start of the node: heredocs and strings with escapes. */
  | (Span & { readonly kind: 'literal'; readonly value: null | boolean | number | string; readonly marks?: readonly TextMark[] })
  /** Quoted string or heredoc with interpolations or directives; a template without them is a literal. */
  | (Span & { readonly kind: 'template'; readonly parts: readonly TemplatePart[] })
  | (Span & { readonly kind: 'list'; readonly items: readonly Expression[] })
  | (Span & { readonly kind: 'object'; readonly entries: readonly ObjectEntry[] })
  /** A bare name: `var`, `aws_s3_bucket`, `each` – the root of a traversal. */
  | (Span & { readonly kind: 'name'; readonly name: string })
  | (Span & { readonly kind: 'attribute'; readonly target: Expression; readonly name: string })
  | (Span & { readonly kind: 'index'; readonly target: Expression; readonly key: Expression })
  /** `target[*].rest` (full) or `target.*.rest` (attribute-only, legacy); `each` is applied to the bound element, node `splat-item`. */
  | (Span & { readonly kind: 'splat'; readonly target: Expression; readonly each: Expression; readonly full: boolean })
  | (Span & { readonly kind: 'splat-item' })
  | (Span & { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[]; readonly expandLast: boolean })
  | (Span & { readonly kind: 'unary'; readonly operator: '-' | '!'; readonly operand: Expression })
  | (Span & { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression })
  | (Span & { readonly kind: 'conditional'; readonly test: Expression; readonly then: Expression; readonly else: Expression })
  | (Span & ForExpression)
  /** Text that could not be parsed; a diagnostic says why. */
  | (Span & { readonly kind: 'invalid' });

export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||';

export interface ForExpression {
  readonly kind: 'for';
  readonly keyName: string | null;
  readonly valueName: string;
  readonly collection: Expression;
  /** Null for a tuple, the key expression for an object. */
  readonly key: Expression | null;
  readonly value: Expression;
  readonly condition: Expression | null;
  /** `...` after the value: group values by key. */
  readonly grouped: boolean;
}

export interface ObjectEntry {
  readonly key: Expression;
  readonly value: Expression;
}

/** From `at` in the text up to the next mark, the text stands in the file from `start` on. */
export interface TextMark {
  readonly at: number;
  readonly start: number;
}

/** Literal text begins at `start`; `marks` are its further places, null for none. It is already unescaped, de-indented and trimmed (`~`). */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly marks: readonly TextMark[] | null }
  | { readonly kind: 'interpolation'; readonly value: Expression }
  | { readonly kind: 'if'; readonly test: Expression; readonly then: readonly TemplatePart[]; readonly else: readonly TemplatePart[] }
  | {
      readonly kind: 'for';
      readonly keyName: string | null;
      readonly valueName: string;
      readonly collection: Expression;
      readonly body: readonly TemplatePart[];
    };
