/** What people answered for controls that no check answers: a YAML file, control number → answer (docs/reports.md). */
import { isCalendarDate } from '../dates.ts';
import { suggest } from '../suggest.ts';
import type { ConfigPath } from './document.ts';
import type { WrittenFile } from './written.ts';
import { readWritten } from './written.ts';

const STATUSES = ['met', 'not-met', 'in-progress', 'not-applicable'] as const;
const KEYS = ['status', 'note', 'by', 'date', 'evidence'];

export interface WrittenAnswer {
  readonly status: (typeof STATUSES)[number];
  readonly note: string | null;
  readonly by: string;
  readonly date: string;
  readonly evidence: readonly string[];
}

/** Throws AppError `config-missing` and `config-invalid`; an answer for a number that is not in `controls` is a mistake. */
export function readManualAnswers(controls: readonly string[], file: WrittenFile): ReadonlyMap<string, WrittenAnswer> {
  const written = readWritten(file);
  const { reports, config } = file.messages;
  const known = new Set(controls);
  const answers = new Map<string, WrittenAnswer>();
  for (const control of Object.keys(written.map([]))) {
    if (!known.has(control))
      throw written.errorAtKey([], control, reports.frameworkFile.unknownControl(control, suggest(control, controls)));
    const path: ConfigPath = [control];
    written.map(path, KEYS);
    const date = written.text([control, 'date']);
    if (!isCalendarDate(date)) throw written.error([control, 'date'], config.expected('date', config.kinds.date));
    const evidence = written.at([control, 'evidence']);
    answers.set(control, {
      status: written.oneOf([control, 'status'], STATUSES),
      note: written.optional([control, 'note']),
      by: written.text([control, 'by']),
      date,
      evidence: Array.isArray(evidence)
        ? evidence.map((_, index) => written.text([control, 'evidence', index]))
        : [written.optional([control, 'evidence']) ?? []].flat(),
    });
  }
  return answers;
}
