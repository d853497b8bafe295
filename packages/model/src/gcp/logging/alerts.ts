/** Which changes a log-based alert watches. */
import type { Verdict } from '../../check/index.ts';
import { any, fail, pass } from '../../check/index.ts';
import type { LogMonitoring } from './monitoring/shape.ts';

export interface WatchedChange {
  /** For the message: what nobody is told about. */
  readonly en: string;
  readonly ja: string;
  /** Lower-case parts of the filter without quotes and blanks that all must be there. */
  readonly parts: readonly string[];
  /** Resource type all of whose entries are watched when the filter names no method. */
  readonly resource?: string;
}

/** Is there an alert on a log metric, or on log entries themselves, whose filter covers the change? */
export function judgeAlert(monitoring: LogMonitoring & { readonly name: string }, change: WatchedChange): Verdict {
  if (any(monitoring.metrics, (metric) => covers(metric.filter, change) && metric.isAlerted)) return pass();
  return fail({
    en: `No alert around ${monitoring.name} watches ${change.en}`,
    ja: `${monitoring.name} の周辺に、${change.ja}を監視するアラートがありません`,
  });
}

function covers(filter: string, { parts, resource }: WatchedChange): boolean {
  const text = filter.toLowerCase().replaceAll(/["'\s]/g, '');
  if (parts.every((part) => text.includes(part))) return true;
  return resource !== undefined && text.includes(`resource.type=${resource}`) && !/methodname|not\(?resource|-resource/.test(text);
}
