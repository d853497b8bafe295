/** A compiled expression: what is asked of it again and again. */
import type { CelExpr, Tracker } from '@kumomori/model';
import { compileExpression } from './compile.ts';
import type { CelClosure, CelScope } from './scope.ts';
import { CelCostExceeded } from './run.ts';
import type { CelValue } from './values.ts';
import { CelFault } from './values.ts';

/** Work one evaluation may take: a list of 10,000 elements with a condition of ten operators is 100,000 to 200,000. */
const DEFAULT_LIMIT = 1_000_000;

export interface CelProgram {
  /**
   * Evaluates with the values of the variables, in the order they were named. Never throws for what an expression does: errors are values,
   * too much work is one, too. What was read is added to `tracker.reads`, only of operands that decide where one decides.
   */
  evaluate(values: readonly CelValue[], tracker: Tracker, limit?: number): CelValue;
}

/** `variables`: names that the expression may use; others give an error value. O(nodes). */
export function compileCel(expression: CelExpr, variables: readonly string[]): CelProgram {
  const slots = new Map(variables.map((name, index) => [name, index] as const));
  const scope: CelScope = { slots, sizes: { slots: variables.length } };
  const closure: CelClosure = compileExpression(expression, scope);
  return {
    evaluate(values, tracker, limit = DEFAULT_LIMIT) {
      try {
        return closure({ slots: [...values], tracker, cost: 0, limit });
      } catch (error) {
        if (error instanceof CelCostExceeded) return tooMuch();
        throw error;
      }
    },
  };
}

function tooMuch(): CelFault {
  return new CelFault('too-much-work', { en: 'the expression takes too much work', ja: '式の計算量が上限を超えました' });
}

/** For expressions over plain data, where nobody asks for evidence. */
export function noTracker(): Tracker {
  return { reads: [], hidden: new Set(), lookup: () => undefined };
}
