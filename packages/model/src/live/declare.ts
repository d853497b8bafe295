/** Recorded answers of one account → declared resources, through the projections of its services. */
import type { DeclaredAttribute, DeclaredResource } from '../declared.ts';
import type { Range } from '../source.ts';
import type { UnknownReason, Value } from '../value.ts';
import { boolValue, listValue, mapValue, nullValue, numberValue, stringValue, unknownValue } from '../value.ts';
import type { CallPlace, CallRecord } from './call.ts';
import { GLOBAL_REGION, isAbsent } from './call.ts';
import type { Json } from './json.ts';
import { canonicalJson, itemsAt } from './json.ts';
import { isCutOff, joined, withoutPage } from './pages.ts';
import type { LiveContext, LiveSource, LiveThing, LiveValue } from './projection.ts';
import { Missing } from './projection.ts';

/** A record and the line it stands on. */
export interface RecordedCall {
  readonly place: CallPlace;
  readonly record: CallRecord;
  /** The line of the snapshot's file: what evidence points at. */
  readonly range: Range;
}

/** All that was recorded of one account. */
export interface RecordedCalls {
  readonly account: string;
  readonly partition: string;
  /** The collection was stopped: a listing may end in the middle without an error. */
  readonly isUnfinished?: boolean;
  /** Records of a service's operation, all regions; empty when it was never called. */
  of(service: string, operation: string): readonly RecordedCall[];
}

export interface LiveDeclaration {
  readonly resources: readonly DeclaredResource[];
  /** Types of which there may be more than the resources listed, and why. */
  readonly incomplete: ReadonlyMap<string, UnknownReason & { readonly of?: ReadonlySet<string> }>;
}

/**
 * The secret that a collection replaced: `{ "$redacted": FINGERPRINT }`. `credential` beside it: the kind of credential that the collector
 * saw in it before, null when it saw none.
 */
export const REDACTED = '$redacted';

/** O(answers). `failed`: told of each answer that its projection could not read; the rest stays. */
export function declareLive(
  calls: RecordedCalls,
  sources: readonly LiveSource[],
  failed: (call: RecordedCall, error: unknown) => void = () => {},
): LiveDeclaration {
  const answers = new Answers(calls);
  const resources: DeclaredResource[] = [];
  const incomplete = new Map<string, UnknownReason>();
  const regions = new Map<string, Value>();
  const lacks = (types: readonly string[], { detail }: Missing): void => {
    for (const type of types) if (!incomplete.has(type)) incomplete.set(type, { code: 'not-collected', detail });
  };
  for (const { call, items, types, after, absent = [], declare } of sources) {
    const [service, operation] = split(call);
    const records = calls.of(service, operation);
    if (records.length === 0 && !foundNothing(after, calls)) lacks(types, new Missing(`${call} was not called`));
    if (calls.isUnfinished && isCutOff(records.map(({ record }) => record))) lacks(types, stopped(call));
    for (const recorded of records) {
      const { response, error } = recorded.record;
      const isGone = error !== undefined && isAbsent(error, absent);
      if (error && !isGone) {
        lacks(types, refusal(call, error.code));
        continue;
      }
      const context = answers.seenFrom(recorded);
      const attributes = new SameAttributes(recorded.range);
      const read = (item: Json): readonly DeclaredResource[] => {
        try {
          const things = declare(item, context) ?? [];
          return ('type' in things ? [things] : things).map((thing) => declared(thing, { recorded, attributes, regions }));
        } catch (cause) {
          failed(recorded, cause);
          lacks(types, new Missing(`an answer to ${call} could not be read`));
          return [];
        }
      };
      for (const item of isGone ? [null] : itemsAt(response, items)) for (const each of read(item)) resources.push(each);
    }
  }
  return { resources: unique(resources), incomplete };
}

/** Did the first of the calls answer, and all that were made of the others, so that what follows was not made because there is nothing? */
function foundNothing(after: LiveSource['after'], calls: RecordedCalls): boolean {
  const [first, ...others] = [after ?? []].flat().map((call) => calls.of(...split(call)));
  return (
    first !== undefined &&
    first.length > 0 &&
    [first, ...others].every((records) => records.every(({ record }) => record.error === undefined))
  );
}

/** Looks answers up by what was asked. */
class Answers {
  readonly #calls: RecordedCalls;
  /** Call → region and what was asked → its pages. */
  readonly #byRequest = new Map<string, ReadonlyMap<string, readonly RecordedCall[]>>();
  readonly #lists = new Map<string, readonly (Json | Missing)[]>();

  constructor(calls: RecordedCalls) {
    this.#calls = calls;
  }

  seenFrom({ place: { region }, record: { at, request } }: RecordedCall): LiveContext {
    return {
      account: this.#calls.account,
      region,
      partition: this.#calls.partition,
      request,
      at,
      answer: (call, request, absent = []) => this.#answer(call, request, { region, absent }),
      list: (call, items, absent = []) => this.#list(call, items, { region, absent }),
    };
  }

  #answer(
    call: string,
    request: { readonly [key: string]: Json },
    { region, absent }: { region: string; absent: readonly string[] },
  ): Json | Missing {
    const known = this.#byRequest.get(call) ?? this.#index(call);
    const text = canonicalJson(request);
    const found = known.get(`${region} ${text}`) ?? known.get(`${GLOBAL_REGION} ${text}`);
    if (!found) return new Missing(`${call} was not called`);
    const error = found.find(({ record }) => record.error)?.record.error;
    if (error) return isAbsent(error, absent) ? null : refusal(call, error.code);
    if (this.#calls.isUnfinished && isCutOff(found.map(({ record }) => record))) return stopped(call);
    return joined(found.map(({ record }) => record.response ?? null));
  }

  #index(call: string): ReadonlyMap<string, readonly RecordedCall[]> {
    const records = this.#calls.of(...split(call));
    const index = Map.groupBy(records, ({ place, record }) => `${place.region} ${canonicalJson(withoutPage(record.request))}`);
    this.#byRequest.set(call, index);
    return index;
  }

  /** The same array for the same question. */
  #list(call: string, items: string, where: { region: string; absent: readonly string[] }): readonly (Json | Missing)[] {
    const key = [where.region, call, items, ...where.absent].join(' ');
    const list = this.#lists.get(key) ?? this.#read(call, items, where);
    this.#lists.set(key, list);
    return list;
  }

  #read(call: string, items: string, { region, absent }: { region: string; absent: readonly string[] }): readonly (Json | Missing)[] {
    const records = this.#calls.of(...split(call)).filter(({ place }) => [region, GLOBAL_REGION].includes(place.region));
    if (records.length === 0) return [new Missing(`${call} was not called`)];
    const found = records.flatMap(({ record }) => itemsAt(record.response, items));
    const refused = records.find(({ record }) => record.error && !isAbsent(record.error, absent))?.record.error;
    if (refused) return [...found, refusal(call, refused.code)];
    return this.#calls.isUnfinished && isCutOff(records.map(({ record }) => record)) ? [...found, stopped(call)] : found;
  }
}

function stopped(call: string): Missing {
  return new Missing(`the collection was stopped within ${call}`);
}

function refusal(call: string, code: string): Missing {
  return new Missing(`${call} failed (${code})`);
}

function split(call: string): [service: string, operation: string] {
  const at = call.lastIndexOf(':');
  return [call.slice(0, at), call.slice(at + 1)];
}

/**
 * Attributes of the things that one answer tells of. Most have the value that the thing before had (a state, a network, nothing): it is kept
 * once, because an account may have hundreds of thousands of things.
 */
class SameAttributes {
  readonly #range: Range;
  readonly #last = new Map<string, { readonly written: LiveValue; readonly attribute: DeclaredAttribute }>();

  constructor(range: Range) {
    this.#range = range;
  }

  of(name: string, written: LiveValue): DeclaredAttribute {
    const last = this.#last.get(name);
    if (last && last.written === written) return last.attribute;
    const attribute = { value: toValue(written, this.#range), range: this.#range };
    this.#last.set(name, { written, attribute });
    return attribute;
  }
}

interface Declaring {
  readonly recorded: RecordedCall;
  readonly attributes: SameAttributes;
  /** Each region's value once. */
  readonly regions: Map<string, Value>;
}

function declared(thing: LiveThing, { recorded: { place, range }, attributes: same, regions }: Declaring): DeclaredResource {
  const { type, id, name, names = [], region = place.region, properties, rest } = thing;
  const attributes = new Map<string, DeclaredAttribute>();
  for (const [key, written] of Object.entries(properties)) if (written !== undefined) attributes.set(key, same.of(key, written));
  const own = regions.get(region) ?? regionValue(region);
  regions.set(region, own);
  const block = { type, range, head: range, attributes, blocks: nothing, uncertain: false, via: null };
  // Written out in one go: objects that are put together from parts take twice the memory.
  const resource = {
    mode: 'managed' as const,
    type,
    // What findings are told apart by: names alone are taken in every account.
    name: id,
    address: id,
    reference: `${type} ${id}`,
    names: name === undefined ? [id, ...names] : [id, name, ...names],
    moduleAddress: '',
    moduleDir: '',
    rootDir: `${place.provider}:${place.account}`,
    key: null,
    block: rest ? { ...block, rest: unknownValue('not-collected', rest.detail, range) } : block,
    provider: place.provider,
    region: own,
  };
  return name === undefined ? resource : Object.assign(resource, { label: name });
}

const nothing: readonly never[] = [];

export function regionValue(region: string): Value {
  return region === GLOBAL_REGION ? nullValue() : stringValue(region);
}

/** JSON of an answer as a value all of which stands on the line of the call. */
export function toValue(written: LiveValue, range: Range): Value {
  if (written === null || written === undefined) return nullValue(range);
  if (written instanceof Missing) return unknownValue('not-collected', written.detail, range);
  if (typeof written === 'string') return stringValue(written, range);
  if (typeof written === 'number') return numberValue(written, range);
  if (typeof written === 'boolean') return boolValue(written, range);
  if (isList(written)) {
    const missing = written.flatMap((each) => (each instanceof Missing ? [each] : []))[0];
    const items = written.filter((each) => !(each instanceof Missing)).map((each) => toValue(each, range));
    return listValue(items, range, missing ? unknownValue('not-collected', missing.detail, range) : null);
  }
  if (REDACTED in written) return redactedValue(written, range);
  const entries = Object.entries(written).filter(([, each]) => each !== undefined);
  return mapValue(new Map(entries.map(([key, each]) => [key, toValue(each, range)])), range);
}

function redactedValue({ credential }: { readonly [key: string]: LiveValue }, range: Range): Value {
  return {
    ...unknownValue('redacted', 'it was redacted when it was collected', range),
    sensitive: true,
    ...((typeof credential === 'string' || credential === null) && { credential }),
  };
}

function isList(written: LiveValue): written is readonly LiveValue[] {
  return Array.isArray(written);
}

/** A thing that two answers tell of (a region's and the global one's) is one thing: the first. */
function unique(resources: readonly DeclaredResource[]): readonly DeclaredResource[] {
  const byReference = new Map<string, DeclaredResource>();
  for (const each of resources) if (!byReference.has(each.reference ?? each.address)) byReference.set(each.reference ?? each.address, each);
  return [...byReference.values()];
}
