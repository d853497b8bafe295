/** Wrong passwords: many users from one address, one user from anywhere; and a good one right after. */
import type { SignInSpan } from '../activity.ts';
import { SIGN_IN_BUCKET } from '../sign-ins.ts';
import type { SampleEvent } from '../types.ts';
import type { Found, World } from '../view.ts';
import { HOUR } from '../view.ts';
import { earlier } from '../digest.ts';

/** Windows are an hour: six times ten minutes. */
const BUCKETS = HOUR / SIGN_IN_BUCKET;

interface Guesses {
  readonly from: number;
  readonly until: number;
  readonly failures: number;
  readonly users: ReadonlySet<string>;
  readonly distinct: number;
  readonly addresses: ReadonlySet<string>;
  readonly event: SampleEvent;
}

export function findGuessing(world: World): readonly Found[] {
  const spans = world.activity.signIns.entries().map(([, span]) => span);
  const { users, failures, egressUsers } = world.settings['password-guessing'];
  const found: Found[] = [];
  const told = new Set<string>();
  for (const [address, own] of Map.groupBy(spans, (span) => span.address)) {
    if (address === null) continue;
    const factor = isEgress(own, egressUsers) ? 3 : 1;
    const worst = worstWindow(
      own,
      ({ distinct, failures: count, users: names }) => distinct >= users * factor || (count >= failures * factor && names.size <= 1),
    );
    if (!worst) continue;
    found.push(guessed(worst));
    for (const user of worst.users) told.add(user);
    found.push(
      ...success(
        world,
        worst,
        own.filter((each) => each.address === address),
      ),
    );
  }
  for (const [user, own] of Map.groupBy(spans, (span) => span.user)) {
    if (user === null || told.has(user)) continue;
    const worst = worstWindow(own, ({ failures: count, addresses }) => count >= failures && addresses.size >= users);
    if (!worst) continue;
    found.push(guessed(worst));
    found.push(
      ...success(
        world,
        worst,
        own.filter((each) => worst.addresses.has(each.address ?? '')),
      ),
    );
  }
  return found;
}

/** An office, a VPN: people sign in from it on other days as well. */
function isEgress(spans: readonly SignInSpan[], egressUsers: number): boolean {
  const first = Math.min(...spans.flatMap(({ failures, bucket }) => (failures > 0 ? [bucket] : [])));
  return new Set(spans.filter(({ successes, bucket }) => successes > 0 && bucket < first).map(({ user }) => user)).size >= egressUsers;
}

/** Of the hours that are guessing, the first one, grown by what follows without a pause of an hour. */
function worstWindow(spans: readonly SignInSpan[], isGuessing: (window: Guesses) => boolean): Guesses | null {
  const failed = spans.filter(({ failures }) => failures > 0).toSorted((a, b) => a.bucket - b.bucket);
  for (const [at, { bucket }] of failed.entries()) {
    // As many as an hour holds; further ones in steps, since windows overlap.
    let end = at;
    while ((failed[end]?.bucket ?? Infinity) < bucket + BUCKETS) end++;
    const window = windowOf(failed.slice(at, end));
    if (!window || !isGuessing(window)) continue;
    let last = end;
    while (last < failed.length && (failed[last]?.bucket ?? 0) - (failed[last - 1]?.bucket ?? 0) <= BUCKETS) last++;
    return windowOf(failed.slice(at, last));
  }
  return null;
}

function windowOf(spans: readonly SignInSpan[]): Guesses | null {
  const event = spans.reduce<SampleEvent | null>((first, { failed }) => earlier(first, failed), null);
  if (!event) return null;
  const users = new Set(spans.flatMap(({ user }) => user ?? []));
  // Names that do not exist are hidden: most are another each time.
  const hidden = spans.reduce((sum, { user, failures }) => sum + (user === null ? failures : 0), 0);
  return {
    ...{ users, distinct: users.size + Math.floor(hidden / 2), event, addresses: new Set(spans.flatMap(({ address }) => address ?? [])) },
    failures: spans.reduce((sum, { failures }) => sum + failures, 0),
    from: Math.min(...spans.map(({ firstFailure }) => firstFailure)),
    until: Math.max(...spans.map(({ bucket }) => (bucket + 1) * SIGN_IN_BUCKET)),
  };
}

function evidenceOf({ failures, users, distinct, addresses, from, until }: Guesses): Found['evidence'][number] {
  return {
    kind: 'guesses',
    failures,
    users: Math.max(users.size, distinct),
    addresses: addresses.size,
    minutes: Math.ceil((until - from) / 60_000),
  };
}

function guessed(guesses: Guesses): Found {
  return {
    behavior: 'password-guessing',
    level: 'medium',
    event: guesses.event,
    actor: null,
    firstSeen: guesses.from,
    evidence: [evidenceOf(guesses)],
  };
}

/** Sign-ins that worked, from where was guessed, after it began. */
function success({ settings }: World, guesses: Guesses, spans: readonly SignInSpan[]): readonly Found[] {
  const { hours, on } = settings['guessed-password'];
  if (on === 0) return [];
  const end = guesses.until + hours * HOUR;
  const good = spans.filter(
    ({ succeeded, lastSuccess, successes }) => succeeded !== null && successes > 0 && lastSuccess >= guesses.from && lastSuccess <= end,
  );
  const byUser = Map.groupBy(good, ({ user }) => user ?? '');
  return [...byUser].flatMap(([user, own]) => {
    const event = own.reduce<SampleEvent | null>((first, { succeeded }) => earlier(first, succeeded), null);
    if (!event) return [];
    const minutes = Math.max(0, Math.round((Math.min(...own.map(({ lastSuccess }) => lastSuccess)) - guesses.from) / 60_000));
    return [
      {
        behavior: 'guessed-password',
        level: 'high',
        event,
        actor: event.principal,
        firstSeen: guesses.from,
        evidence: [evidenceOf(guesses), { kind: 'success', user, minutes }],
      } satisfies Found,
    ];
  });
}
