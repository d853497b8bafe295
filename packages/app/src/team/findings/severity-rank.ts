import type { Severity } from '@kumomori/model';
import { severities } from '@kumomori/model';

/** 4 for critical … 0 for info: what the database sorts by. */
export function severityRank(severity: Severity): number {
  return severities.length - 1 - severities.indexOf(severity);
}
