/** How much of a framework the findings answer. */
import type { Finding, Framework, FrameworkCoverage } from '@kumomori/model';

/**
 * Counts controls by what `findings` (one for each check and piece of code, passes included) say. A control fails when one of its checks
 * fails anywhere, also where the finding is suppressed: accepting a risk does not meet a requirement. O(controls + findings).
 */
export function frameworkCoverage(
  frameworks: readonly Framework[],
  findings: readonly Finding[],
  idOf: (name: string) => string | null,
): readonly FrameworkCoverage[] {
  const failing = new Set(findings.filter((finding) => finding.status === 'fail').map((finding) => finding.checkId));
  const passing = new Set(findings.filter((finding) => finding.status === 'pass').map((finding) => finding.checkId));
  return frameworks.map((framework) => {
    const controls = Object.values(framework.controls);
    const automated = controls.map((names) => names.flatMap((name) => idOf(name) ?? [])).filter((checks) => checks.length > 0);
    const failed = automated.filter((checks) => checks.some((id) => failing.has(id)));
    const passed = automated.filter((checks) => !failed.includes(checks) && checks.some((id) => passing.has(id)));
    return {
      framework: framework.id,
      version: framework.version,
      name: framework.name,
      controls: controls.length,
      automated: automated.length,
      manual: controls.length - automated.length,
      passing: passed.length,
      failing: failed.length,
      notAssessed: automated.length - failed.length - passed.length,
    };
  });
}
