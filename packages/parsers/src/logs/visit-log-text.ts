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

/** Characters of a text that need not be in memory as one text; a text is one itself. */
export interface LogCharacters {
  readonly length: number;
  readonly slice: (from: number, to?: number) => string;
}

/** Characters that are looked at together; a record that is longer takes more. Small enough to be gone again soon. */
const WINDOW = 64 * 1024;

/** Calls `visit` with what {@link readLogText} gives, in its order. Records of CloudTrail's own files are read one by one. Never throws. */
export function visitLogText(text: LogCharacters, hint: LogHint, visit: (event: LogEvent, index: number) => void): VisitedText {
  const head = HEAD.exec(text.slice(0, 256));
  const tail = TAIL.exec(text.slice(Math.max(0, text.length - 64)));
  if (!head || !tail) return visitAll(text.slice(0), hint, { visit, from: 0, shift: 0 });
  const window = new Window(text, text.length - tail[0].length);
  const { again, sourceOf } = recognizer(hint.name ?? '');
  let index = 0;
  for (let at = head[0].length; at < window.end;) {
    const found = recordAt(window, at);
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

/** State: the part of the characters that is looked at. Places are those of the whole; they only grow. */
class Window {
  readonly end: number;
  readonly #text: LogCharacters;
  #part = '';
  #from = 0;

  /** `end`: where the last record ends. */
  constructor(text: LogCharacters, end: number) {
    this.#text = text;
    this.end = end;
  }

  /** Where the space between two records begins, at or after a place; -1 where none does. `keep`: from here on it is asked for later. */
  between(at: number, keep: number): number {
    for (let length = WINDOW; ; length *= 2) {
      const found = this.#part.indexOf(BETWEEN, at - this.#from);
      if (found >= 0) return found + this.#from < this.end ? found + this.#from : -1;
      const to = this.#from + this.#part.length;
      if (to >= this.#text.length) return -1;
      this.#part = this.#text.slice(keep, Math.min(this.#text.length, Math.max(at, keep) + length));
      this.#from = keep;
    }
  }

  slice(from: number, to: number): string {
    const inside = from - this.#from;
    return inside >= 0 && to <= this.#from + this.#part.length ? this.#part.slice(inside, to - this.#from) : this.#text.slice(from, to);
  }
}

interface RecordAt {
  readonly record: Readonly<Record<string, unknown>>;
  readonly next: number;
}

function recordAt(window: Window, at: number): RecordAt | null {
  let to = at;
  for (let part = 0; part < MAX_PARTS && to - at <= MAX_RECORD; part++) {
    const found = window.between(to, at);
    to = found === -1 ? window.end : found + 1;
    const record = parsed(window.slice(at, to));
    if (record) return { record, next: found === -1 ? window.end : to + 1 };
    if (found === -1) return null;
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
