/** The decision alone: no explanation, nothing allocated that lasts. Hot. */
import { formulas, numbers } from './algebra.ts';
import { outcomeOf } from './combine.ts';
import type { Formula } from './formula.ts';
import { andOf, notOf } from './formula.ts';
import type { CompiledLayers } from './layers.ts';
import type { PreparedRequest } from './request.ts';
import { NO, YES, both, negate } from '../three.ts';
import type { AccessCondition, DecisionName } from './types.ts';

export const IMPLICIT_DENY = 0;
export const ALLOW = 1;
export const EXPLICIT_DENY = 2;
/** Discovery mode: allowed if something holds that is not known; `decideWithCondition` says what. */
export const CONDITIONAL = 3;
export type DecisionCode = typeof IMPLICIT_DENY | typeof ALLOW | typeof EXPLICIT_DENY | typeof CONDITIONAL;

/** About a microsecond at 20 statements a policy. CONDITIONAL may still turn out as a denial when its parts contradict each other. */
export function decide(layers: CompiledLayers, request: PreparedRequest): DecisionCode {
  const { deny, allow } = outcomeOf(numbers, layers, request);
  if (deny === YES) return EXPLICIT_DENY;
  const reachable = both(allow, negate(deny));
  if (reachable === NO) return IMPLICIT_DENY;
  return reachable === YES ? ALLOW : CONDITIONAL;
}

export interface ConditionalDecision {
  readonly decision: DecisionName;
  readonly conditional: AccessCondition | null;
}

/** The best reachable decision and under which condition it holds. In strict mode the condition is always null. */
export function decideWithCondition(layers: CompiledLayers, request: PreparedRequest): ConditionalDecision {
  const code = decide(layers, request);
  if (code === ALLOW) return { decision: 'allow', conditional: null };
  if (code === EXPLICIT_DENY) return { decision: 'explicit-deny', conditional: null };
  if (request.isStrict) return { decision: 'implicit-deny', conditional: null };
  const { deny, allow } = outcomeOf(formulas, layers, request);
  const reachable = andOf(allow, notOf(deny));
  if (reachable !== false) return { decision: 'allow', conditional: leaf(reachable) };
  return deny === true ? { decision: 'explicit-deny', conditional: null } : { decision: 'implicit-deny', conditional: leaf(notOf(deny)) };
}

function leaf(formula: Formula): AccessCondition | null {
  return typeof formula === 'boolean' ? null : formula;
}
