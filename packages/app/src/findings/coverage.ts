/** How much of a framework the findings answer. */
import type { ControlResult, ControlStatus, Framework, FrameworkCoverage, Status } from '@kumomori/model';
import type { Grouped } from './group.ts';

export interface CoverageOptions {
  /** The id behind an id or an earlier id. */
  readonly idOf: (name: string) => string | null;
  /** Checks that were selected for this run. */
  readonly ranChecks: ReadonlySet<string>;
}

/**
 * The status of every control by what was found (one verdict for each check and piece of code, passes included). A control fails when one of
 * its checks fails anywhere, also where the finding is suppressed: accepting a risk does not meet a requirement. It passes only when all of
 * its checks ran, something was judged, and nothing is undecided. O(controls + findings).
 */
export function frameworkCoverage(
  frameworks: readonly Framework[],
  grouped: Grouped,
  { idOf, ranChecks }: CoverageOptions,
): readonly FrameworkCoverage[] {
  const seen = statusesByCheck(grouped);
  return frameworks.map((framework) => {
    const results = Object.entries(framework.controls).map(([control, names]): ControlResult => {
      const checks = [...new Set(names.flatMap((name) => idOf(name) ?? []))];
      return { control, status: statusOf(checks, seen, ranChecks), checks };
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

type Seen = Readonly<Record<Status, ReadonlySet<string>>>;

/** For each status the checks that gave it somewhere; a suppressed instance beside an open one counts too. */
function statusesByCheck({ findings, others }: Grouped): Seen {
  const seen = { pass: new Set<string>(), fail: new Set<string>(), unknown: new Set<string>(), 'not-applicable': new Set<string>() };
  for (const { status, checkId, instances } of findings) {
    seen[status].add(checkId);
    for (const instance of instances) seen[instance.status].add(checkId);
  }
  for (const { status, checkId } of others) seen[status].add(checkId);
  return seen;
}

function statusOf(checks: readonly string[], seen: Seen, ranChecks: ReadonlySet<string>): ControlStatus {
  if (checks.length === 0) return 'manual';
  if (checks.some((id) => seen.fail.has(id))) return 'fail';
  if (checks.some((id) => seen.unknown.has(id))) return 'unknown';
  return checks.every((id) => ranChecks.has(id)) && checks.some((id) => seen.pass.has(id)) ? 'pass' : 'not-assessed';
}
