/** Expressions of the Common Expression Language as a tree. Offsets are UTF-16 code units of the expression's own text; `end` is exclusive. */

/** An unsigned integer, told apart from the signed ones. */
export interface CelUintLiteral {
  readonly uint: bigint;
}

/** `bigint`: int; `number`: double; `Uint8Array`: bytes. */
export type CelLiteral = string | bigint | number | boolean | null | Uint8Array | CelUintLiteral;

export type CelBinaryOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | '+' | '-' | '*' | '/' | '%';

/** `exists_one` is also written `existsOne`. */
export type CelMacro = 'all' | 'exists' | 'exists_one' | 'filter' | 'map' | 'transformList' | 'transformMap' | 'optMap' | 'optFlatMap';

interface Placed {
  readonly start: number;
  readonly end: number;
}

export interface CelComprehension extends Placed {
  readonly kind: 'comprehension';
  readonly macro: CelMacro;
  readonly over: CelExpr;
  /** One, or two: index or key, and value. */
  readonly variables: readonly string[];
  /** Of `map` and `transform…` only with a filter. */
  readonly condition: CelExpr | null;
  /** What elements become; null where only the condition counts. */
  readonly result: CelExpr | null;
}

export type CelExpr =
  | (Placed & { readonly kind: 'literal'; readonly value: CelLiteral })
  | (Placed & { readonly kind: 'name'; readonly name: string })
  | (Placed & {
      readonly kind: 'select';
      readonly of: CelExpr;
      readonly field: string;
      /** `.?field` */
      readonly optional: boolean;
      /** Where the field's name begins. */
      readonly fieldAt: number;
    })
  | (Placed & { readonly kind: 'index'; readonly of: CelExpr; readonly index: CelExpr; readonly optional: boolean })
  | (Placed & {
      readonly kind: 'call';
      /** With its namespace: `sets.contains`. */
      readonly name: string;
      readonly nameAt: number;
      readonly receiver: CelExpr | null;
      readonly args: readonly CelExpr[];
    })
  | (Placed & { readonly kind: 'and' | 'or'; readonly operands: readonly CelExpr[] })
  | (Placed & { readonly kind: 'not' | 'negate'; readonly operand: CelExpr })
  | (Placed & { readonly kind: 'binary'; readonly operator: CelBinaryOperator; readonly left: CelExpr; readonly right: CelExpr })
  | (Placed & { readonly kind: 'conditional'; readonly test: CelExpr; readonly yes: CelExpr; readonly no: CelExpr })
  | (Placed & { readonly kind: 'list'; readonly items: readonly CelExpr[] })
  | (Placed & { readonly kind: 'map'; readonly entries: readonly (readonly [key: CelExpr, value: CelExpr])[] })
  | (Placed & { readonly kind: 'has'; readonly of: CelExpr; readonly field: string; readonly fieldAt: number })
  | (Placed & { readonly kind: 'bind'; readonly variable: string; readonly value: CelExpr; readonly body: CelExpr })
  | CelComprehension;

/** What is wrong with an expression, in both languages, and where. */
export interface CelProblem extends Placed {
  /** Stable word: `cel-syntax`, `cel-limit`, `cel-name`, `cel-field`, `cel-type`, `cel-function`, `cel-optional`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: { readonly en: string; readonly ja: string };
}

/** Namespaces of functions: `sets.contains(a, b)` is a call of one function, not a method of something named `sets`. */
export const celNamespaces: readonly string[] = ['base64', 'cel', 'lists', 'math', 'optional', 'sets', 'strings'];
