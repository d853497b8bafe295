/** How bad a path is: how likely it works, what it opens, who can begin it. Each factor is between 0 and 1 and given with the result. */
import { likelihoodOf } from './edges.ts';
import type { EntryKind, GoalKind } from './queries.ts';

export interface PathRisk {
  /** Product of the three others. */
  readonly risk: number;
  /** 2^(-cost/4), see edges.ts. */
  readonly likelihood: number;
  readonly impact: number;
  /** How many can begin here. */
  readonly opportunity: number;
}

export type PathSeverity = 'critical' | 'high' | 'medium' | 'low';

const OPPORTUNITY: Readonly<Record<EntryKind, number>> = {
  ...{ internet: 1, code: 0.6, partner: 0.6, ci: 0.4, leaver: 0.9, dormant: 0.4, principal: 0.25, workload: 0.2, store: 0.1 },
};

const IMPACT: Readonly<Record<string, number>> = {
  ...{ personal: 0.9, health: 1, payment: 1, secret: 0.9, state: 0.9, confidential: 0.7, backup: 0.7, log: 0.5 },
};

/** Others by the class of the data. A key is worth little without what it encrypts. */
const IMPACT_OF_GOAL: Partial<Readonly<Record<GoalKind, number>>> = { admin: 1, deletion: 0.6, domain: 0.3, key: 0.2 };

export interface Scored {
  readonly entry: EntryKind;
  readonly goal: GoalKind;
  readonly dataClass: string | null;
  readonly cost: number;
  /** Some step is more than the use of rights that were given for it. */
  readonly escalates: boolean;
}

/** Falls as the cost rises: a fix never raises it. */
export function riskOf({ entry, goal, dataClass, cost, escalates }: Scored): PathRisk {
  const likelihood = likelihoodOf(cost);
  const impact = IMPACT_OF_GOAL[goal] ?? IMPACT[dataClass ?? ''] ?? 0.5;
  // Rights that were given to somebody of the house for this very use.
  const opportunity = OPPORTUNITY[entry] * (entry === 'principal' && !escalates ? 0.2 : 1);
  return { risk: likelihood * impact * opportunity, likelihood, impact, opportunity };
}

export function severityOf({ risk }: PathRisk): PathSeverity {
  if (risk >= 0.22) return 'critical';
  if (risk >= 0.08) return 'high';
  return risk >= 0.02 ? 'medium' : 'low';
}

/** Of several paths together: the chance that one of them works, as if they were independent. */
export function combinedRisk(risks: readonly number[]): number {
  return 1 - risks.reduce((none, risk) => none * (1 - risk), 1);
}
