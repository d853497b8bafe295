/** What projections of many services ask of answers. */
import type { Json, LiveContext, LiveValue } from '../../live/index.ts';
import { Missing, jsonAt, tagPairs, textOf, whenKnown } from '../../live/index.ts';

/** For answers that name a thing by its name only: `arnOf(context, 'athena', 'workgroup/orders')`. */
export function arnOf({ partition, region, account }: LiveContext, service: string, resource: string): string {
  return `arn:${partition}:${service}:${region}:${account}:${resource}`;
}

/** Tags that a call of their own answers. */
export function askedTags(context: LiveContext, call: string, request: { readonly [key: string]: Json }, at = 'Tags'): LiveValue {
  return whenKnown(context.answer(call, request), (json) => tagPairs(jsonAt(json, at) ?? []));
}

/** Keeps an answer whose token never ends from being followed for ever. */
const MAX_PAGES = 1000;

/** All pages about one thing, as the SDK asks for them: the token of an answer stands in the next request. Missing when one of them is. */
export function pagesOf(
  context: LiveContext,
  call: string,
  { request, token }: { readonly request: { readonly [key: string]: Json }; readonly token: string },
): readonly Json[] | Missing {
  const pages: Json[] = [];
  let asked = request;
  while (pages.length < MAX_PAGES) {
    const page = context.answer(call, asked);
    if (page instanceof Missing) return page;
    pages.push(page);
    const next = textOf(page, token);
    if (next === undefined || next === '') return pages;
    asked = { ...request, [token]: next };
  }
  return new Missing(`${call} has too many pages`);
}

/** A list that a template would not write when it is empty. */
export function unlessEmpty(list: readonly Json[]): LiveValue {
  return list.length > 0 ? list : undefined;
}
