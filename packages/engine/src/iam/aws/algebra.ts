/**
 * The rules of evaluation are written once (combine.ts) over an algebra: three-valued numbers for the answer, expressions for its condition.
 */
import type { CompiledStatement } from './compile.ts';
import type { Formula } from './formula.ts';
import { andOf, notOf, orOf } from './formula.ts';
import type { Reader } from './match.ts';
import { allowsCaller, bodyFormula, bodyMatch, callerFormula, deniesCaller, settle } from './match.ts';
import type { Three } from '../three.ts';
import { MAYBE, NO, YES, both, either, negate } from '../three.ts';
import { NOT_NAMED } from './who.ts';

/** How far something allows, by the way in which it names the caller. */
export interface Ways<T> {
  readonly account: T;
  readonly role: T;
  readonly user: T;
  readonly direct: T;
}

export interface Algebra<T> {
  readonly no: T;
  readonly yes: T;
  readonly nowhere: Ways<T>;
  and(a: T, b: T): T;
  or(a: T, b: T): T;
  not(a: T): T;
  isYes(a: T): boolean;
  isNo(a: T): boolean;
  /** A three-valued answer about what `about` says. */
  lift(value: Three, about: Formula): T;
  denies(statement: CompiledStatement, action: Three, reader: Reader): T;
  /** For layers in which it does not matter how the caller is named. */
  allows(statement: CompiledStatement, action: Three, reader: Reader): T;
  allowsBy(statement: CompiledStatement, action: Three, reader: Reader): Ways<T>;
}

function strictly(value: Three, effect: 'Allow' | 'Deny', { request }: Reader): Three {
  return settle(value, effect, request.isStrict);
}

const nowhere: Ways<Three> = { account: NO, role: NO, user: NO, direct: NO };

export const numbers: Algebra<Three> = {
  no: NO,
  yes: YES,
  nowhere,
  and: both,
  or: either,
  not: negate,
  isYes: (a) => a === YES,
  isNo: (a) => a === NO,
  lift: (value) => value,
  denies(statement, action, reader) {
    const caller = deniesCaller(statement, reader);
    return caller === NO ? NO : strictly(both(caller, bodyMatch(statement, action, reader.request)), 'Deny', reader);
  },
  allows(statement, action, reader) {
    if (reader.reading === 'plain') {
      return statement.principals === null ? strictly(bodyMatch(statement, action, reader.request), 'Allow', reader) : NO;
    }
    const named = allowsCaller(statement, reader);
    if (named === NOT_NAMED) return NO;
    const caller = either(either(named.account, named.role), either(named.user, named.direct));
    return strictly(both(caller, bodyMatch(statement, action, reader.request)), 'Allow', reader);
  },
  allowsBy(statement, action, reader) {
    const named = allowsCaller(statement, reader);
    if (named === NOT_NAMED) return nowhere;
    const body = bodyMatch(statement, action, reader.request);
    if (body === NO) return nowhere;
    return {
      account: strictly(both(named.account, body), 'Allow', reader),
      role: strictly(both(named.role, body), 'Allow', reader),
      user: strictly(both(named.user, body), 'Allow', reader),
      direct: strictly(both(named.direct, body), 'Allow', reader),
    };
  },
};

const never: Ways<Formula> = { account: false, role: false, user: false, direct: false };

/** For discovery mode only: nothing is settled here. */
export const formulas: Algebra<Formula> = {
  no: false,
  yes: true,
  nowhere: never,
  and: (a, b) => andOf(a, b),
  or: (a, b) => orOf(a, b),
  not: notOf,
  isYes: (a) => a === true,
  isNo: (a) => a === false,
  lift: (value, about) => (value === MAYBE ? about : value === YES),
  denies(statement, action, reader) {
    const caller = callerFormula(deniesCaller(statement, reader), statement);
    return caller === false ? false : andOf(caller, bodyFormula(statement, action, reader.request));
  },
  allows(statement, action, reader) {
    const named = allowsCaller(statement, reader);
    if (named === NOT_NAMED) return false;
    const caller = either(either(named.account, named.role), either(named.user, named.direct));
    return andOf(callerFormula(caller, statement), bodyFormula(statement, action, reader.request));
  },
  allowsBy(statement, action, reader) {
    const named = allowsCaller(statement, reader);
    if (named === NOT_NAMED) return never;
    const body = bodyFormula(statement, action, reader.request);
    const way = (value: Three): Formula => andOf(callerFormula(value, statement), body);
    return { account: way(named.account), role: way(named.role), user: way(named.user), direct: way(named.direct) };
  },
};
