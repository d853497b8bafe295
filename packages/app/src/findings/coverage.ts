/** How much of a framework the findings answer. */
import type { ControlResult, ControlStatus, Framework, FrameworkCoverage } from '@kumomori/model';
import type { Counted } from './count.ts';

export interface CoverageOptions {
  /** The id behind an id or an earlier id. */
  readonly idOf: (name: string) => string | null;
  /** Checks that were selected for this run. */
  readonly ranChecks: ReadonlySet<string>;
  /** True for a check that could not look at everything: what it judges was not collected in full. */
  readonly isBlind: (id: string) => boolean;
}

/**
 * The status of every control by what was found (one verdict for each check and piece of code, passes included). A control fails when one of
 * its checks fails anywhere, also where the finding is suppressed: accepting a risk does not meet a requirement. It passes only when all of
 * its checks ran and could look at everything, something was judged, and nothing is undecided. O(controls).
 */
export function frameworkCoverage(
  frameworks: readonly Framework[],
  seen: Counted['checksOf'],
  { idOf, ranChecks, isBlind }: CoverageOptions,
): readonly FrameworkCoverage[] {
  const isFull = (id: string): boolean => ranChecks.has(id) && !isBlind(id);
  return frameworks.map((framework) => {
    const results = Object.entries(framework.controls).map(([control, names]): ControlResult => {
      const checks = [...new Set(names.flatMap((name) => idOf(name) ?? []))];
      return { control, status: statusOf(checks, seen, isFull), checks };
    });
    const count = (status: ControlStatus): number => results.filter((each) => each.status === status).length;
    return {
      framework: framework.id,
      version: framework.version,
      name: framework.name,
      controls: results.length,
      automated: results.length - count('manual'),
      manual: count('manual'),
      passing: count('pass'),
      failing: count('fail'),
      undecided: count('unknown'),
      notAssessed: count('not-assessed'),
      results,
    };
  });
}

function statusOf(checks: readonly string[], seen: Counted['checksOf'], isFull: (id: string) => boolean): ControlStatus {
  if (checks.length === 0) return 'manual';
  if (checks.some((id) => seen.fail.has(id))) return 'fail';
  if (checks.some((id) => seen.unknown.has(id))) return 'unknown';
  return checks.every(isFull) && checks.some((id) => seen.pass.has(id)) ? 'pass' : 'not-assessed';
}
