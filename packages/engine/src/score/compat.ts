/** The numbers others would give, for comparison, as the documentation of AWS Security Hub and Prowler describes them (2026-11). */

export interface ControlTally {
  readonly control: string;
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
}

export interface RequirementTally {
  readonly pass: number;
  readonly total: number;
  /** 1 to 1000. */
  readonly weight: number;
  /** 1 to 5. */
  readonly risk: number;
}

export interface CompatScore {
  /** 0 to 100; null without data. */
  readonly percent: number | null;
  readonly passed: number;
  readonly failed: number;
  /** Judged, but neither yes nor no anywhere. */
  readonly unknown: number;
  readonly withoutData: number;
}

/**
 * As Security Hub: passed controls of all enabled ones that have data, rounded to a whole number. One failing resource fails a control; an
 * unknown verdict without a failure leaves it undecided, which is no pass. Several tallies of one control are put together.
 */
export function securityHubScore(controls: readonly ControlTally[]): CompatScore {
  const together = new Map<string, { pass: number; fail: number; unknown: number }>();
  for (const { control, pass, fail, unknown } of controls) {
    const known = together.get(control) ?? { pass: 0, fail: 0, unknown: 0 };
    together.set(control, { pass: known.pass + pass, fail: known.fail + fail, unknown: known.unknown + unknown });
  }
  const counts = { passed: 0, failed: 0, unknown: 0, withoutData: 0 };
  for (const { pass, fail, unknown } of together.values()) {
    if (fail > 0) counts.failed += 1;
    else if (unknown > 0) counts.unknown += 1;
    else if (pass > 0) counts.passed += 1;
    else counts.withoutData += 1;
  }
  const withData = counts.passed + counts.failed + counts.unknown;
  return { percent: withData === 0 ? null : Math.round((100 * counts.passed) / withData), ...counts };
}

/** As Prowler's ThreatScore: Σ (pass rate · total · weight · risk) / Σ (total · weight · risk), in percent; null without data. */
export function threatScore(requirements: readonly RequirementTally[]): number | null {
  let reached = 0;
  let possible = 0;
  for (const { pass, total, weight, risk } of requirements) {
    if (total <= 0) continue;
    reached += Math.min(pass, total) * weight * risk;
    possible += total * weight * risk;
  }
  return possible === 0 ? null : (100 * reached) / possible;
}
