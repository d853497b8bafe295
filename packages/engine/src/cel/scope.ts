/** What compiling an expression needs everywhere: closures, slots of names, conditions that are not decided. */
import type { CelExpr } from '@kumomori/model';
import { Unanswered } from '@kumomori/model';
import { faults } from './faults.ts';
import type { CelRun } from './run.ts';
import type { CelFault, CelValue } from './values.ts';
import { isKnown, shortTypeName, worseOf } from './values.ts';

export type CelClosure = (run: CelRun) => CelValue;

/** Names and their slots while an expression is compiled. */
export interface CelScope {
  readonly slots: ReadonlyMap<string, number>;
  /** How many slots a run needs; grows. */
  readonly sizes: { slots: number };
}

export function withVariable(scope: CelScope, name: string): { readonly scope: CelScope; readonly slot: number } {
  const slot = scope.sizes.slots++;
  return { scope: { ...scope, slots: new Map(scope.slots).set(name, slot) }, slot };
}

/** How parts of an expression are compiled. */
export type CelCompile = (expression: CelExpr, scope: CelScope) => CelClosure;

/** What is no boolean, as the answer to a condition: unknown and errors stay, others are errors. */
export function asCondition(value: CelValue): Unanswered | CelFault {
  return isKnown(value) ? faults.notBool(shortTypeName(value)) : value;
}

/** Unknown hides errors: it may become what decides. */
export function undecidedBy(known: Unanswered | CelFault | null, next: Unanswered | CelFault): Unanswered | CelFault {
  if (next instanceof Unanswered) return worseOf(known instanceof Unanswered ? known : null, next);
  return known ?? next;
}
