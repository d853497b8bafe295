/** Which usage of the logs is whose principal of the estate. */
import type { PrincipalUsage } from '../usage/index.ts';
import type { IamPrincipal } from '../world/index.ts';

/** The account of code that does not say its own. */
const NOWHERE = '000000000000';

/** By ARN; without paths, which sessions may not tell; by name alone where code does not know its account; roles of Identity Center by their set. */
export function matchUsage(principals: readonly IamPrincipal[], usages: Iterable<string>): ReadonlyMap<string, string> {
  const byId = new Set(principals.map(({ id }) => id));
  const byName = Map.groupBy(principals, ({ kind, account, name }) => `${account} ${kind}/${name}`);
  const found = new Map<string, string>();
  for (const arn of usages) {
    if (byId.has(arn)) {
      found.set(arn, arn);
      continue;
    }
    const [, account, kind, rest] = /^arn:[^:]+:iam::(\d{12}):(role|user)\/(.+)$/.exec(arn) ?? [];
    if (account === undefined || kind === undefined || rest === undefined) continue;
    const name = rest.slice(rest.lastIndexOf('/') + 1);
    const set = /^(AWSReservedSSO_.+)_[\da-f]{16}$/.exec(name)?.[1];
    const candidates = [
      byName.get(`${account} ${kind}/${name}`),
      set === undefined ? undefined : byName.get(`${account} ${kind}/${set}_~`),
      byName.get(`${NOWHERE} ${kind}/${name}`),
    ].find((some) => some?.length === 1);
    if (candidates?.[0]) found.set(arn, candidates[0].id);
  }
  return found;
}

/** Of one principal under several ARNs. */
export function joinUsages(all: readonly PrincipalUsage[]): PrincipalUsage | undefined {
  const [first, ...others] = all;
  if (!first || others.length === 0) return first;
  const actions = new Map(first.actions);
  for (const each of others) {
    for (const [action, usage] of each.actions) {
      const known = actions.get(action);
      actions.set(
        action,
        known
          ? {
              ...known,
              count: known.count + usage.count,
              first: known.first < usage.first ? known.first : usage.first,
              last: known.last > usage.last ? known.last : usage.last,
              resources: new Map([...known.resources, ...usage.resources]),
              incomplete: known.incomplete + usage.incomplete,
              isBeside: known.isBeside && usage.isBeside,
            }
          : usage,
      );
    }
  }
  const sum = (key: 'events' | 'denied' | 'dropped'): number => all.reduce((total, each) => total + each[key], 0);
  return {
    caller: first.caller,
    actions,
    requests: all.flatMap(({ requests }) => requests),
    ...{ events: sum('events'), denied: sum('denied'), dropped: sum('dropped') },
    first: all.map((each) => each.first).toSorted()[0] ?? first.first,
    last:
      all
        .map((each) => each.last)
        .toSorted()
        .at(-1) ?? first.last,
    sessions: [...new Set(all.flatMap(({ sessions }) => sessions))],
  };
}
