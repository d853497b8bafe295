import type { Leaf } from '../../../code/index.ts';
import { absent, mapLeaf } from '../../../code/index.ts';

/** `rate(10 days)`; a cron expression says on which days, and is not counted. */
export function daysOf(expression: Leaf<string | undefined>): Leaf<number | undefined> {
  const rate = /^rate\((\d+) (hour|day)s?\)$/.exec(expression.value ?? '');
  if (expression.value !== undefined && !rate) return absent(expression.place);
  return mapLeaf(expression, () => (rate?.[2] === 'day' ? Number(rate[1]) : Number(rate?.[1]) / 24));
}
