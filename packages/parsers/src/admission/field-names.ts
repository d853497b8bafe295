/** Names that CEL cannot write: Kubernetes escapes them. Source: Kubernetes API reference, Validation.expression, read 2026-11-22. */
import type { CelExpr } from '@kumomori/model';

const ESCAPES: Readonly<Record<string, string>> = { underscores: '__', dot: '.', dash: '-', slash: '/' };
const RESERVED: ReadonlySet<string> = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(' '),
);

/** `x__dash__y` is `x-y`, `__namespace__` is `namespace`; other names stay. */
export function unescapedName(name: string): string {
  const reserved = /^__([a-z]+)__$/.exec(name)?.[1];
  if (reserved !== undefined && RESERVED.has(reserved)) return reserved;
  return name.replaceAll(/__(underscores|dot|dash|slash)__/g, (_, word: string) => ESCAPES[word] ?? '');
}

/** The expression with every field by its real name. Depth is bounded by the parser. */
export function withRealNames(expression: CelExpr): CelExpr {
  const inner = withRealNames;
  switch (expression.kind) {
    case 'literal':
    case 'name':
      return expression;
    case 'select':
    case 'has':
      return { ...expression, of: inner(expression.of), field: unescapedName(expression.field) };
    case 'index':
      return { ...expression, of: inner(expression.of), index: inner(expression.index) };
    case 'call':
      return { ...expression, receiver: expression.receiver && inner(expression.receiver), args: expression.args.map(inner) };
    case 'and':
    case 'or':
      return { ...expression, operands: expression.operands.map(inner) };
    case 'not':
    case 'negate':
      return { ...expression, operand: inner(expression.operand) };
    case 'binary':
      return { ...expression, left: inner(expression.left), right: inner(expression.right) };
    case 'conditional':
      return { ...expression, test: inner(expression.test), yes: inner(expression.yes), no: inner(expression.no) };
    case 'list':
      return { ...expression, items: expression.items.map(inner) };
    case 'map':
      return { ...expression, entries: expression.entries.map(([key, value]) => [inner(key), inner(value)] as const) };
    case 'bind':
      return { ...expression, value: inner(expression.value), body: inner(expression.body) };
    case 'comprehension': {
      const { over, condition, result } = expression;
      return { ...expression, over: inner(over), condition: condition && inner(condition), result: result && inner(result) };
    }
  }
}
