/** The state of one evaluation: variables, what was read, how much work is left. */
import type { Tracker } from '@kumomori/model';
import type { CelValue } from './values.ts';

export interface CelRun {
  /** Variables by slot. */
  readonly slots: CelValue[];
  readonly tracker: Tracker;
  /** Work done; about one for each node that was evaluated and for each ten characters that were looked at. */
  cost: number;
  readonly limit: number;
}

/** The evaluation took more work than it may. */
export class CelCostExceeded extends Error {
  constructor() {
    super('the expression takes too much work');
  }
}

/** Throws {@link CelCostExceeded}. */
export function charge(run: CelRun, cost: number): void {
  run.cost += cost;
  if (run.cost > run.limit) throw new CelCostExceeded();
}
