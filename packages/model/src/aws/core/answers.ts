/** What projections of many services ask of answers. */
import type { Json, LiveContext, LiveValue } from '../../live/index.ts';
import { jsonAt, tagPairs, whenKnown } from '../../live/index.ts';

/** For answers that name a thing by its name only: `arnOf(context, 'athena', 'workgroup/orders')`. */
export function arnOf({ partition, region, account }: LiveContext, service: string, resource: string): string {
  return `arn:${partition}:${service}:${region}:${account}:${resource}`;
}

/** Tags that a call of their own answers. */
export function askedTags(context: LiveContext, call: string, request: { readonly [key: string]: Json }, at = 'Tags'): LiveValue {
  return whenKnown(context.answer(call, request), (json) => tagPairs(jsonAt(json, at) ?? []));
}

/** A list that a template would not write when it is empty. */
export function unlessEmpty(list: readonly Json[]): LiveValue {
  return list.length > 0 ? list : undefined;
}
