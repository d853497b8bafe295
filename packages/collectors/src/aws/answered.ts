/** What an earlier collection of a service in a region asked, and was answered. */
import type { CallRecord, Json, JsonObject } from '@kumomori/model';
import { canonicalJson, isCutOff, itemsAt, withoutPage } from '@kumomori/model';
import type { Earlier } from '../changes/index.ts';
import type { AwsCall, AwsCallScope, AwsService } from './service.ts';
import { placeOf } from './service.ts';

/** A question of the earlier collection, and what it was answered. */
export interface Answered {
  readonly call: AwsCall;
  readonly input: JsonObject;
  /** What the call was about, the nearest first; null at the top. */
  readonly about: readonly Json[];
  /** What led to it, the nearest first. */
  readonly above: readonly Answered[];
  /** False: nobody asked, a page is missing, or it failed for a passing reason. */
  readonly isWhole: boolean;
}

export function questionOf({ operation }: AwsCall, input: JsonObject): string {
  return `${operation} ${canonicalJson(input)}`;
}

/** Everything that was asked, in the order of the definition, as the earlier answers lead to it. */
export function* earlierAnswers(service: AwsService, scope: AwsCallScope, earlier: Earlier): Generator<Answered> {
  const byQuestion = new Map<string, ReadonlyMap<string, readonly CallRecord[]>>();
  const pagesOf = (call: AwsCall, input: JsonObject): readonly CallRecord[] => {
    const place = placeOf(service, call, scope);
    const known =
      byQuestion.get(call.operation) ?? Map.groupBy(earlier.records(place), ({ request }) => canonicalJson(withoutPage(request)));
    byQuestion.set(call.operation, known);
    return known.get(canonicalJson(input)) ?? [];
  };
  function* ask(call: AwsCall, about: readonly Json[], above: readonly Answered[]): Generator<Answered> {
    const [item = null, ...others] = about;
    const input = typeof call.input === 'function' ? call.input(item, { ...scope, above: others }) : (call.input ?? {});
    if (input === null) return;
    const pages = pagesOf(call, input);
    const isWhole = pages.length > 0 && !isCutOff(pages);
    const answered: Answered = { call, input, about, above, isWhole };
    yield answered;
    const { each } = call;
    if (!each) return;
    for (const { response } of pages) {
      const items = itemsAt(response, each.items);
      for (const next of each.calls)
        for (const one of next.batch === undefined ? items : chunks(items, next.batch))
          yield* ask(next, [one, ...about], [answered, ...above]);
    }
  }
  for (const call of service.calls) yield* ask(call, [null], []);
}

export function chunks(items: readonly Json[], size: number): readonly (readonly Json[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
