/** What an expression makes sure of: fields that are there when it is true, or when it is false. */
import type { CelComprehension, CelExpr } from '@kumomori/model';

/** `resource.policy.version`, `tags["team"]`; null for what is no plain path. */
export function pathOf(expression: CelExpr): string | null {
  switch (expression.kind) {
    case 'name':
      return expression.name;
    case 'select':
    case 'has': {
      const of = pathOf(expression.of);
      return of === null ? null : `${of}.${expression.field}`;
    }
    case 'index': {
      const of = pathOf(expression.of);
      const { index } = expression;
      return of !== null && index.kind === 'literal' && typeof index.value === 'string' ? `${of}.${index.value}` : null;
    }
    default:
      return null;
  }
}

/** Paths that are certainly there when the expression has the outcome. */
export function presentWhen(expression: CelExpr, outcome: boolean): readonly string[] {
  switch (expression.kind) {
    case 'has': {
      const path = pathOf(expression);
      return outcome && path !== null ? [path] : [];
    }
    case 'not':
      return presentWhen(expression.operand, !outcome);
    case 'and':
      return outcome ? expression.operands.flatMap((operand) => presentWhen(operand, true)) : [];
    case 'or':
      return outcome ? [] : expression.operands.flatMap((operand) => presentWhen(operand, false));
    case 'binary': {
      const { operator, left, right } = expression;
      const map = operator === 'in' && left.kind === 'literal' && typeof left.value === 'string' && outcome ? pathOf(right) : null;
      return map !== null && left.kind === 'literal' ? [`${map}.${String(left.value)}`] : [];
    }
    case 'comprehension':
      return outcome ? keysOf(expression) : [];
    default:
      return [];
  }
}

/** `['team', 'stage'].all(key, key in resource.tags)` */
function keysOf({ macro, over, variables, condition }: CelComprehension): readonly string[] {
  if (macro !== 'all' || over.kind !== 'list' || condition?.kind !== 'binary' || condition.operator !== 'in') return [];
  const map = condition.left.kind === 'name' && condition.left.name === variables[0] ? pathOf(condition.right) : null;
  return over.items.flatMap((item) =>
    map !== null && item.kind === 'literal' && typeof item.value === 'string' ? [`${map}.${item.value}`] : [],
  );
}
