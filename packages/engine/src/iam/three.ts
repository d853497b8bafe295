/** Kleene's three values as numbers, so that "and" is the smaller one, "or" the larger one and "not" the distance from YES. */
export const NO = 0;
export const MAYBE = 1;
export const YES = 2;
export type Three = typeof NO | typeof MAYBE | typeof YES;

export function both(a: Three, b: Three): Three {
  return a < b ? a : b;
}

export function either(a: Three, b: Three): Three {
  return a > b ? a : b;
}

export function negate(a: Three): Three {
  return a === YES ? NO : a === NO ? YES : MAYBE;
}
