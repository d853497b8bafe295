/** What was made from code, and the same thing as it was collected: verdict by verdict. */
import type { Status } from '@kumomori/model';
import type { Applied } from '../applier/apply.ts';
import type { Judged, Verdict } from './judge.ts';

export interface Pair {
  /** `ec/production module.vpc.aws_vpc.this` */
  readonly address: string;
  readonly code: Judged;
  readonly live: Judged;
}

export interface Difference {
  readonly check: string;
  readonly address: string;
  readonly code: Status;
  readonly live: Status;
  readonly messages: readonly [code: string, live: string];
}

export interface Comparison {
  readonly pairs: readonly Pair[];
  /** Judged resources of the code that were made, but that nothing of the account is. */
  readonly unpaired: readonly { readonly address: string; readonly type: string }[];
  readonly compared: number;
  readonly equal: number;
  readonly onlyKnownLive: readonly Difference[];
  readonly onlyKnownInCode: readonly Difference[];
  readonly different: readonly Difference[];
}

/** Types that stand for an account or a region as a whole: there is one of them where the code has one. */
const isWhole = (type: string, live: readonly Judged[]): boolean => live.filter(({ resource }) => resource.type === type).length === 1;

export function compareSides(code: readonly (readonly [rootDir: string, Judged])[], live: readonly Judged[], applied: Applied): Comparison {
  const outputs = new Map(applied.created.map((each) => [`${each.rootDir} ${each.resource.address}`, each.outputs]));
  const pairs: Pair[] = [];
  const unpaired: Comparison['unpaired'][number][] = [];
  const byName = indexOf(live);
  for (const [rootDir, judged] of code) {
    const { resource, declared, verdicts } = judged;
    const address = `${rootDir} ${resource.origin.address}`;
    const made = outputs.get(address);
    if (!made || verdicts.length === 0) continue;
    const names = [made['live'], made['arn'], made['id'], made['name']].filter((name) => typeof name === 'string');
    const found = names.flatMap((name) => byName.get(`${resource.type}|${name}`) ?? []).find((each) => isSamePlace(judged, each));
    const whole =
      names.length === 0 && isWhole(resource.type, live) ? live.find((each) => each.resource.type === resource.type) : undefined;
    const counterpart = found ?? whole;
    if (counterpart) pairs.push({ address, code: judged, live: counterpart });
    else if (declared) unpaired.push({ address, type: resource.type });
  }
  return { pairs, unpaired, ...verdictsOf(pairs) };
}

function verdictsOf(pairs: readonly Pair[]): Omit<Comparison, 'pairs' | 'unpaired'> {
  const lists: Lists = { onlyKnownLive: [], onlyKnownInCode: [], different: [] };
  let [compared, equal] = [0, 0];
  for (const { address, code, live } of pairs) {
    const others = new Map(live.verdicts.map((verdict) => [verdict.check, verdict]));
    for (const verdict of code.verdicts) {
      const other = others.get(verdict.check);
      if (!other) continue;
      compared += 1;
      if (verdict.status === other.status) equal += 1;
      else listFor(verdict, other, lists).push(differenceOf(address, verdict, other));
    }
  }
  return { compared, equal, ...lists };
}

interface Lists {
  readonly onlyKnownLive: Difference[];
  readonly onlyKnownInCode: Difference[];
  readonly different: Difference[];
}

function listFor(code: Verdict, live: Verdict, lists: Lists): Difference[] {
  return code.status === 'unknown' ? lists.onlyKnownLive : live.status === 'unknown' ? lists.onlyKnownInCode : lists.different;
}

function differenceOf(address: string, code: Verdict, live: Verdict): Difference {
  return { check: code.check, address, code: code.status, live: live.status, messages: [code.message, live.message] };
}

function indexOf(live: readonly Judged[]): ReadonlyMap<string, readonly Judged[]> {
  const index = new Map<string, Judged[]>();
  for (const judged of live) {
    const { resource, declared } = judged;
    for (const name of new Set([resource.origin.address, ...(declared?.names ?? [])])) {
      const key = `${resource.type}|${name}`;
      index.set(key, [...(index.get(key) ?? []), judged]);
    }
  }
  return index;
}

/** Regions count where both sides name one. */
function isSamePlace({ resource: code }: Judged, { resource: live }: Judged): boolean {
  return code.region === null || live.region === null || live.region === 'global' || code.region === live.region;
}
