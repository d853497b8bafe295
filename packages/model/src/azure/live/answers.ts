/** Recorded answers, looked up by what was asked; pages put together. */
import type { Json, RecordedCall, RecordedCalls } from '../../live/index.ts';
import { Missing, canonicalJson, itemsAt, jsonAt } from '../../live/index.ts';
import type { AzureCall } from './call.ts';
import { isAbsentInAzure, meetsCondition, azurePathOf, azurePlaceOf, azureRequestOf } from './call.ts';

export interface Answer {
  readonly json: Json;
  readonly recorded: RecordedCall;
}

/** What was answered, and why there may be more. */
export interface Answers {
  readonly items: readonly Answer[];
  readonly missing: Missing | null;
}

/** More pages than any listing has; what a loop of links would make. */
const MAX_PAGES = 100_000;

export interface Asked {
  readonly service: string;
  readonly operation: string;
  readonly absent: (code: string) => boolean;
  readonly request: (page: number) => { readonly [key: string]: Json };
  readonly isSingle: boolean;
  /** Where the address of the next page stands. */
  readonly next: string;
}

export class RecordedAnswers {
  readonly #calls: RecordedCalls;
  readonly #byRequest = new Map<string, ReadonlyMap<string, RecordedCall>>();

  constructor(calls: RecordedCalls) {
    this.#calls = calls;
  }

  /** Was anything asked there at all? */
  has(service: string, operation: string): boolean {
    return this.#calls.of(service, operation).length > 0;
  }

  /** Elements of all answers to a listing, whatever it was asked of. */
  everything(service: string, operation: string): { readonly items: readonly Json[]; readonly missing: Missing | null } {
    const records = this.#calls.of(service, operation);
    const failed = records.find(({ record }) => record.error)?.record.error;
    const called = `${service}/${operation}`;
    return {
      items: records.flatMap(({ record }) => itemsAt(record.response, 'value')),
      missing: failed
        ? new Missing(`${called} failed (${failed.code})`)
        : records.length === 0
          ? new Missing(`${called} was not called`)
          : null,
    };
  }

  /** All pages of one listing, or the one answer. */
  to(asked: Asked): Answers {
    const index = this.#index(asked.service, asked.operation);
    const called = `${asked.service}/${asked.operation}`;
    const items: Answer[] = [];
    for (let page = 1; page <= MAX_PAGES; page++) {
      const recorded = index.get(canonicalJson(asked.request(page)));
      if (!recorded) return { items, missing: new Missing(`${called} was not called${page > 1 ? ` for page ${page}` : ''}`) };
      const { response, error } = recorded.record;
      if (error && page === 1 && asked.absent(error.code)) return { items, missing: null };
      if (error) return { items, missing: new Missing(`${called} failed (${error.code})`) };
      if (asked.isSingle) return { items: [{ json: response ?? null, recorded }], missing: null };
      if (!Array.isArray(jsonAt(response, 'value'))) return { items, missing: new Missing(`an answer to ${called} could not be read`) };
      for (const json of itemsAt(response, 'value')) items.push({ json, recorded });
      if (nextOf(response, asked.next) === undefined) return { items, missing: null };
    }
    return { items, missing: new Missing(`${called} did not come to an end`) };
  }

  #index(service: string, operation: string): ReadonlyMap<string, RecordedCall> {
    const key = `${service}/${operation}`;
    const known = this.#byRequest.get(key);
    if (known) return known;
    const index = new Map(this.#calls.of(service, operation).map((each) => [canonicalJson(each.record.request), each]));
    this.#byRequest.set(key, index);
    return index;
  }
}

/** `nextLink`, or `@odata.nextLink`, whose name has a dot. */
function nextOf(response: Json | undefined, name: string): string | undefined {
  const found =
    typeof response === 'object' && response !== null && !Array.isArray(response) ? (response as Record<string, Json>)[name] : undefined;
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** A call about a resource, or a subscription. */
export function askedOf(call: AzureCall, about: string): Asked {
  return {
    ...azurePlaceOf(call),
    absent: (code) => isAbsentInAzure(call, code),
    request: (page) => azureRequestOf(call, about, page),
    isSingle: call.single === true || call.detail === true,
    next: 'nextLink',
  };
}

/** What counts of the answers to a call. */
export function answersTo(call: AzureCall, about: string, answers: RecordedAnswers): Answers {
  const { items, missing } = answers.to(askedOf(call, about));
  const kept = items.filter(({ json }) => meetsCondition(json, call.keep));
  if (kept.length > 0 || missing || !call.none) return { items: kept, missing };
  const recorded = answers.to({ ...askedOf(call, about), isSingle: true }).items[0]?.recorded;
  const json = { id: `${azurePathOf(call, about)}/${call.none.name}`, name: call.none.name, properties: {} };
  return { items: recorded ? [{ json, recorded }] : [], missing };
}
