/**
 * One after the other: the embedded database has one connection, and Kysely's dialect for it mixes up two transactions that run at once (0.29.9 keeps the
 * running one in a field of its only connection).
 */
import { AsyncLocalStorage } from 'node:async_hooks';

export type Turn = <Result>(work: () => Promise<Result>) => Promise<Result>;

const inside = new AsyncLocalStorage<true>();

/** A transaction within another one would wait for itself; with a server it would take a second connection. Both fail alike, at once. */
function assertOutside(): void {
  if (inside.getStore()) throw new Error('a transaction was asked for within another one: hand the transaction on instead');
}

export function oneAtATime(): Turn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    assertOutside();
    const result = last.then(() => inside.run(true, work));
    last = result.catch(() => undefined);
    return result;
  };
}

export const allAtOnce: Turn = (work) => {
  assertOutside();
  return inside.run(true, work);
};
