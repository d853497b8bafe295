/** Words that all outputs of drift share. */
import type { Json, Severity } from '@kumomori/model';
import { HOLE, isJsonObject, severities } from '@kumomori/model';
import type { Messages } from '../../i18n/index.ts';
import { messagesFor } from '../messages.ts';
import type { DriftAttribute, DriftEntry, DriftOutputContext, DriftReport } from './report.ts';

const MAX_VALUE = 200;

/** A value on one line; policies and rules as short JSON. */
export function driftValue(value: Json, { drift }: Messages): string {
  if (value === null) return drift.words.notSet;
  if (isJsonObject(value) && '$hidden' in value) return drift.words.hidden;
  const text = (typeof value === 'string' || typeof value === 'object' ? JSON.stringify(value) : String(value)).replaceAll(HOLE, '${…}');
  return text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text;
}

export function codeText({ code, codeState }: DriftAttribute, messages: Messages): string {
  const value = driftValue(code, messages);
  return codeState === 'default' ? messages.drift.words.byDefault(value) : value;
}

export function matchText({ confidence, matchedBy }: DriftEntry, { drift }: Messages): string {
  if (confidence === null || matchedBy === null) return '';
  const texts: Readonly<Record<string, string>> = drift.confidence[confidence];
  return texts[matchedBy] ?? matchedBy;
}

/** `3 high, 1 low`; empty when nothing got worse. */
export function worseText(worse: Readonly<Record<Severity, number>>, { language }: Pick<DriftOutputContext, 'language'>): string {
  const words = messagesFor(language).severity;
  return severities
    .filter((severity) => worse[severity] > 0)
    .map((severity) => `${worse[severity]} ${words[severity]}`)
    .join(', ');
}

export function headlines(report: DriftReport, messages: Messages, context: Pick<DriftOutputContext, 'language'>): readonly string[] {
  const { drift } = messages;
  const { summary, notCompared, madeByCloud } = report;
  const attributes = notCompared.filter(({ path }) => path !== null).length;
  return [
    drift.summary(summary),
    drift.security(worseText(summary.worse, context), summary.better),
    ...(summary.expected > 0 ? [drift.expectedCount(summary.expected)] : []),
    ...(notCompared.length > 0 ? [`${drift.notComparedCount(summary.notCompared, attributes)}.`] : []),
    ...(madeByCloud.length > 0 ? [drift.madeByCloud(madeByCloud.length)] : []),
  ];
}

/** Address in the code, else the live id. */
export function subject({ address, id }: DriftEntry): string {
  return address ?? id ?? '';
}
