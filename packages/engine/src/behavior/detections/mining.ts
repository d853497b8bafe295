/** Machines launched in many regions at once, or large ones where the account never was. */
import type { LaunchSpan } from '../activity.ts';
import type { BehaviorEvidence } from '../types.ts';
import type { Found, World } from '../view.ts';
import { DAY, HOUR } from '../view.ts';

/**
 * Types with accelerators or 16 and more times the large size. Sources: EC2 instance types (p, g, trn, inf families), Azure N-series, Google A2/A3/G2 and
 * machine types by count of processors.
 */
const BIG =
  /^(?:p\d|g\d|gr\d|trn\d|inf\d|dl\d|f\d|vt\d)\w*\.|\.(?:metal|(?:8|9|1[0-9]|2[0-9]|3[0-9]|4[0-9]|5[0-9]|6[0-9]|9[0-9]|11[0-9])xlarge)|^standard_n[cdv]|^standard_\w*?(?:48|64|72|80|96|104|112|120|128|176)|^(?:a2|a3|g2|a4)-|-(?:48|64|80|88|96|112|128|176|180|224|360)$/i;

export function findMining(world: World): readonly Found[] {
  const launches = world.activity.launches.entries().map(([, launch]) => launch);
  return [...Map.groupBy(launches, ({ actor }) => actor)].flatMap(([actor, own]) => {
    const sorted = own.toSorted((a, b) => a.first - b.first || (a.region < b.region ? -1 : 1));
    return daysOf(actor, sorted, world);
  });
}

/** At most one match a day. */
function daysOf(actor: string, launches: readonly LaunchSpan[], world: World): readonly Found[] {
  const { minutes, regions: leastRegions, instances: leastInstances } = world.settings['mining-launches'];
  const found: Found[] = [];
  let until = Number.NEGATIVE_INFINITY;
  for (const [at, launch] of launches.entries()) {
    if (launch.first < until) continue;
    const near = launches.slice(at).filter(({ first }) => first < launch.first + minutes * 60_000);
    const isWide = new Set(near.map(({ region }) => region)).size >= leastRegions;
    const unused = unusedRegion(launch, world);
    const inUnused = near.filter(({ region }) => region === launch.region);
    const many = inUnused.reduce((sum, { instances, failed }) => sum + instances + failed, 0) >= leastInstances;
    const isOdd = unused !== null && (many || inUnused.some(({ type }) => BIG.test(type)));
    if (!launch.event || !(isWide || isOdd)) continue;
    const part = launches.slice(at).filter(({ first }) => first < launch.first + HOUR);
    found.push({
      behavior: 'mining-launches',
      level: 'high',
      event: launch.event,
      actor,
      firstSeen: launch.first,
      evidence: [summary(part), ...(unused ? [unused] : [])],
    });
    until = launch.first + DAY;
  }
  return found;
}

function summary(part: readonly LaunchSpan[]): BehaviorEvidence {
  const sum = (of: (launch: LaunchSpan) => number): number => part.reduce((total, each) => total + of(each), 0);
  const names = (of: (launch: LaunchSpan) => string): readonly string[] =>
    [...new Set(part.map(of))]
      .filter((each) => each !== '')
      .toSorted()
      .slice(0, 20);
  const minutes = Math.ceil(((part.at(-1)?.first ?? 0) - (part[0]?.first ?? 0)) / 60_000);
  return {
    ...{
      kind: 'launches',
      launches: sum(({ attempts }) => attempts),
      instances: sum(({ instances }) => instances),
      failed: sum(({ failed }) => failed),
    },
    ...{ regions: names(({ region }) => region), types: names(({ type }) => type), minutes },
  };
}

/** Nobody wrote anything there in the days before, though the account is known. */
function unusedRegion({ account, region, first }: LaunchSpan, { activity, settings }: World): BehaviorEvidence | null {
  const writes = activity.places
    .entries()
    .flatMap(([place, { first: time }]) => (place.startsWith(`${account} `) ? [[place, time] as const] : []));
  const begin = writes.reduce((least, [, time]) => Math.min(least, time), Number.POSITIVE_INFINITY);
  const days = Math.floor((first - begin) / DAY);
  if (!(days >= settings['mining-launches'].learningDays)) return null;
  const own = writes.find(([place]) => place === `${account} ${region}`)?.[1] ?? Number.POSITIVE_INFINITY;
  // A key or a group made in the same night is part of it.
  return own < first - DAY / 2 ? null : { kind: 'unused-region', region, days };
}
