import type { ScoreModel } from './types.ts';

/** Our own starting values. What is not known of an asset counts as in production, and as a little more than nothing of data. */
export const defaultScoreModel: ScoreModel = {
  severity: { critical: 0.7, high: 0.35, medium: 0.12, low: 0.03, info: 0 },
  exposure: { reachable: 1.4, 'not-reachable': 0.6, unknown: 1, none: 1 },
  tier: { 1: 8, 2: 4, 3: 2, 4: 1, none: 2 },
  environment: { production: 4, unknown: 4, staging: 2, development: 1, sandbox: 0.5 },
  sensitiveData: { yes: 3, no: 1, unknown: 1.2 },
  curve: 0.5,
};
