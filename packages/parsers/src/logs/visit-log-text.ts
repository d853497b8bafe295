/** The events of a text one after the other, so that a long text need not be in memory as records all at once. */
import type { LogEvent } from '@kumomori/model';
import { readLogText } from './read-log-text.ts';
import { recognizer } from './recognize.ts';
import type { LogHint, LogProblem, LogText } from './types.ts';
import { MAX_PROBLEMS, MAX_RECORD } from './types.ts';

/** What {@link readLogText} says besides the events. */
export interface VisitedText extends Omit<LogText, 'events'> {
  readonly events: number;
}

/** How CloudTrail's own files begin, and what stands between two of their records. Quotes within a text are escaped: neither occurs in one. */
const HEAD = /^\s*\{\s*"Records"\s*:\s*\[\s*(?=\{"eventVersion":")/;
const BETWEEN = '},{"eventVersion":"';
const TAIL = /\]\s*\}\s*$/;
/** Parts of a record that look like records themselves and are put together again. */
const MAX_PARTS = 16;

/** Calls `visit` with what {@link readLogText} gives, in its order. Records of CloudTrail's own files are read one by one. Never throws. */
export function visitLogText(text: string, hint: LogHint, visit: (event: LogEvent, index: number) => void): VisitedText {
  const head = HEAD.exec(text.slice(0, 256));
  const tail = TAIL.exec(text.slice(-64));
  if (!head || !tail) return visitAll(text, hint, { visit, from: 0, shift: 0 });
  const end = text.length - tail[0].length;
  const { again, sourceOf } = recognizer(hint.name ?? '');
  let index = 0;
  for (let at = head[0].length; at < end;) {
    const found = recordAt(text, at, end);
    const source = found && (again(found.record) ?? sourceOf(found.record));
    // Anything out of the ordinary is for the reader of whole texts: it names what is wrong.
    if (!found || source === null) {
      const rest = visitAll(`{"Records":[${text.slice(at)}`, hint, { visit, from: index, shift: at - START });
      return { ...rest, events: index + rest.events };
    }
    visit({ source, record: found.record }, index++);
    at = found.next;
  }
  return { events: index, problems: [], damaged: 0, unrecognized: 0, skipped: null };
}

const START = '{"Records":['.length;

interface RecordAt {
  readonly record: Readonly<Record<string, unknown>>;
  readonly next: number;
}

function recordAt(text: string, at: number, end: number): RecordAt | null {
  let to = at;
  for (let part = 0; part < MAX_PARTS && to - at <= MAX_RECORD; part++) {
    const found = text.indexOf(BETWEEN, to);
    const isLast = found === -1 || found >= end;
    to = isLast ? end : found + 1;
    const record = parsed(text.slice(at, to));
    if (record) return { record, next: isLast ? end : to + 1 };
    if (isLast) return null;
  }
  return null;
}

function parsed(text: string): RecordAt['record'] | null {
  try {
    // The text begins with a brace: what it holds is an object.
    return JSON.parse(text) as RecordAt['record'];
  } catch {
    return null;
  }
}

function visitAll(
  text: string,
  hint: LogHint,
  { visit, from, shift }: { readonly visit: (event: LogEvent, index: number) => void; readonly from: number; readonly shift: number },
): VisitedText {
  const { events, problems, ...rest } = readLogText(text, hint);
  for (const [index, event] of events.entries()) visit(event, from + index);
  const moved = problems
    .slice(0, MAX_PROBLEMS)
    .map((problem): LogProblem => ({ ...problem, offset: problem.offset === null ? null : problem.offset + shift }));
  return { ...rest, problems: moved, events: events.length };
}
