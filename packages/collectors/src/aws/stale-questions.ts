/** Audit events → the questions whose answers they can have changed. Pure. */
import type { Json, JsonObject } from '@kumomori/model';
import { isJsonObject } from '@kumomori/model';
import type { AuditEvent, Reaching } from '../changes/index.ts';
import { LISTINGS, spellings } from '../changes/index.ts';
import type { Answered } from './answered.ts';
import { questionOf } from './answered.ts';

/** What makes a thing: it has no answers yet, so that listing it again leads to all that is asked of it. */
const MAKES = /^(?:Create|Run|Register|Import|Copy|Restore|Allocate|Launch|Request|Provision|Purchase|Upload)/;
/** Members of a listing's element that name it. */
const NAMING = /(?:name|id|arn|identifier|url|^key|bucket)$/i;

interface Question extends Answered {
  readonly key: string;
  /** By which its thing and those that it belongs to are named in what was asked. */
  readonly asked: ReadonlySet<string>;
  /** And by which the listings name them. */
  readonly listed: ReadonlySet<string>;
}

/**
 * Keys of questions. Of what stands at the top the listings that the event reaches are asked again. Of what is asked about single things: what
 * is about a thing that the event names, and the listings that led to it. An event that names none of the things known, and neither makes one
 * nor names one that another event made, may be about any of them under another name: then all are asked again.
 * O(questions + events · things they name).
 */
export function staleQuestions(answers: Iterable<Answered>, reaching: readonly Reaching[]): ReadonlySet<string> {
  const questions = [...answers].map(named);
  const stale = new Set(questions.flatMap(({ isWhole, key }) => (isWhole ? [] : [key])));
  const details = questions.filter(({ above }) => above.length > 0);
  const byAsked = indexed(details, ({ asked }) => asked);
  const byListed = indexed(details, ({ listed }) => listed);
  const made = new Set(reaching.flatMap(({ event }) => (MAKES.test(event.name) ? [...event.handles] : [])));
  for (const { event, reach } of reaching) {
    const reaches = ({ call, above }: Question): boolean =>
      reach === 'all' || reach.includes(call.operation) || (above.length === 0 && reach.includes(LISTINGS));
    for (const question of questions) if (question.above.length === 0 && reaches(question)) stale.add(question.key);
    const within = reach === 'all' ? details : details.filter(reaches);
    if (within.length === 0) continue;
    const hit = new Set([...found(event.texts, byAsked), ...found(event.texts, byListed)]);
    for (const question of hit) if (reaches(question)) markWithAbove(question, stale);
    if (!isExplained(event, found(event.handles, byAsked), made)) for (const question of within) stale.add(question.key);
  }
  return stale;
}

function isExplained({ name, handles }: AuditEvent, hit: readonly Question[], made: ReadonlySet<string>): boolean {
  return hit.length > 0 || MAKES.test(name) || handles.values().some((handle) => made.has(handle));
}

function markWithAbove({ key, above }: Question, stale: Set<string>): void {
  stale.add(key);
  for (const { call, input } of above) stale.add(questionOf(call, input));
}

function named(answered: Answered): Question {
  const { call, input, about, above } = answered;
  const inputs = [input, ...above.filter((each) => each.above.length > 0).map((each) => each.input)];
  return {
    ...answered,
    key: questionOf(call, input),
    asked: new Set(inputs.flatMap(textsOf)),
    listed: new Set(about.flatMap(namesOf)),
  };
}

function textsOf(input: JsonObject): readonly string[] {
  return Object.values(input).flatMap((value) =>
    typeof value === 'string' ? spellings(value) : Array.isArray(value) ? (value as readonly Json[]).flatMap(itemTexts) : [],
  );
}

function itemTexts(item: Json): readonly string[] {
  return typeof item === 'string' ? spellings(item) : [];
}

function namesOf(item: Json): readonly string[] {
  if (typeof item === 'string') return spellings(item);
  if (Array.isArray(item)) return (item as readonly Json[]).flatMap(itemTexts);
  if (!isJsonObject(item)) return [];
  return Object.entries(item).flatMap(([key, value]) => (NAMING.test(key) && typeof value === 'string' ? spellings(value) : []));
}

type Index = ReadonlyMap<string, readonly Question[]>;

function indexed(questions: readonly Question[], textsIn: (question: Question) => ReadonlySet<string>): Index {
  const index = new Map<string, Question[]>();
  for (const question of questions)
    for (const text of textsIn(question)) {
      const list = index.get(text);
      if (list) list.push(question);
      else index.set(text, [question]);
    }
  return index;
}

function found(texts: ReadonlySet<string>, index: Index): readonly Question[] {
  return [...texts].flatMap((text) => index.get(text) ?? []);
}
