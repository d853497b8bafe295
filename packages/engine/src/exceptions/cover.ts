/** Which of many exceptions hold a finding, without asking each for each finding. */
import { coversFinding, isGraver } from './selector.ts';
import type { ExceptionRecord, SelectableFinding } from './types.ts';

export class ExceptionIndex {
  /** By check id, where all checks of the selector are written out. */
  readonly #byCheck = new Map<string, ExceptionRecord[]>();
  readonly #others: ExceptionRecord[] = [];

  /** Those that hold longest first; ties by id. */
  constructor(exceptions: Iterable<ExceptionRecord>) {
    const sorted = [...exceptions].sort((a, b) => (a.expires === b.expires ? (a.id < b.id ? -1 : 1) : a.expires > b.expires ? -1 : 1));
    for (const exception of sorted) {
      const checks = exception.selector.checks ?? [];
      if (checks.length === 0 || checks.some((check) => /[*?]/.test(check))) this.#others.push(exception);
      else for (const check of new Set(checks)) this.#byCheck.set(check, [...(this.#byCheck.get(check) ?? []), exception]);
    }
  }

  /** All whose selector fits; those for lesser severities too. */
  fitting(finding: SelectableFinding): readonly ExceptionRecord[] {
    return [...(this.#byCheck.get(finding.checkId) ?? []), ...this.#others].filter(({ selector }) => coversFinding(selector, finding));
  }

  /** The one that holds it longest; undefined when none does. */
  holding(finding: SelectableFinding): ExceptionRecord | undefined {
    const holding = this.fitting(finding).filter(({ severity }) => !isGraver(finding.severity, severity));
    return holding.reduce<ExceptionRecord | undefined>((best, each) => {
      if (!best || each.expires > best.expires) return each;
      return each.expires === best.expires && each.id < best.id ? each : best;
    }, undefined);
  }
}
