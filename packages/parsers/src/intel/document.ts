import type { Indicator, IntelProblem, WarningList } from '@kumomori/model';

/** What one document of threat intelligence holds. */
export interface IntelDocument {
  readonly indicators: readonly Indicator[];
  readonly warningLists: readonly WarningList[];
  /** What could not be used, each named. */
  readonly problems: readonly IntelProblem[];
}

export function onlyProblem(code: IntelProblem['code'], detail: string, line: number | null = null): IntelDocument {
  return { indicators: [], warningLists: [], problems: [{ code, detail, line }] };
}
