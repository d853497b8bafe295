/** Principals that hold the same are asked once. */
import { numberOf } from './memory.ts';
import type { HeldPolicy, IamPrincipal, PrincipalClass } from './types.ts';

/** What makes the answer depend on who holds a policy. */
const PERSONAL =
  /\$\{aws:(?:username|userid|principaltag|principalarn)|"aws:(?:username|userid|principalarn|principaltag|principalorgpaths)/i;

const personal = new WeakMap<object, boolean>();

/** O(principals × policies each). */
export function classesOf(principals: readonly IamPrincipal[]): readonly PrincipalClass[] {
  const byKey = Map.groupBy(principals, keyOf);
  return [...byKey.values()].map((members, id) => ({ id, account: members[0]?.account ?? '', members }));
}

function keyOf({ id, kind, account, identity, boundary }: IamPrincipal): string {
  const all = [...identity, ...(boundary ?? [])];
  const own = all.some(isPersonal) ? id : '';
  const numbersOf = (held: readonly HeldPolicy[]): string =>
    [...new Set(held.map(({ document }) => numberOf(document)))].toSorted((a, b) => a - b).join();
  return [account, kind, numbersOf(identity), boundary === null ? '-' : numbersOf(boundary), own].join(' ');
}

function isPersonal({ document }: HeldPolicy): boolean {
  const known = personal.get(document);
  if (known !== undefined) return known;
  const found = PERSONAL.test(JSON.stringify(document));
  personal.set(document, found);
  return found;
}
