/** Credentials of an instance are for that instance: used from an address that is not the account's, or from two networks at once. */
import { parseCidr } from '@kumomori/model';
import type { AddressRange } from '@kumomori/model';
import type { InstanceSpan } from '../activity.ts';
import { networkOf } from '../names.ts';
import type { Found, World } from '../view.ts';

interface Network {
  readonly name: string;
  readonly uses: readonly InstanceSpan[];
  readonly first: number;
  readonly last: number;
}

export function findElsewhere(world: World): readonly Found[] {
  const uses = world.activity.instances.entries().map(([, use]) => use);
  const ranges = new Map(
    [...world.surroundings.addresses].map(([account, list]) => [account, list.flatMap((each) => parseCidr(each) ?? [])]),
  );
  // Account and network → instances that call from it.
  const users = new Map<string, Set<string>>();
  for (const { account, address, session } of uses) {
    const key = `${account} ${networkOf(address)}`;
    users.set(key, (users.get(key) ?? new Set()).add(session));
  }
  const sessions = Map.groupBy(uses, ({ principal, session }) => `${principal}\n${session}`);
  return [...sessions.values()].flatMap((own) => {
    const known = ranges.get(own[0]?.account ?? '');
    return (known ? byAddresses(own, known) : byNetworks(own, users, world)) ?? [];
  });
}

function byAddresses(uses: readonly InstanceSpan[], known: readonly AddressRange[]): Found | null {
  const outside = uses.filter(({ address }) => !isWithin(address, known)).toSorted((a, b) => a.first - b.first);
  const home = uses.filter((use) => !outside.includes(use)).map(({ address }) => address);
  return foundOf(outside, home, 'addresses');
}

function isWithin(address: string, ranges: readonly AddressRange[]): boolean {
  const range = parseCidr(address);
  return range !== null && ranges.some(({ family, first, last }) => family === range.family && first <= range.first && range.first <= last);
}

/** An instance that is stopped and started calls from a new network with new credentials, and never from both at a time. */
function byNetworks(uses: readonly InstanceSpan[], users: ReadonlyMap<string, ReadonlySet<string>>, { settings }: World): Found | null {
  const { sharedBy } = settings['credentials-elsewhere'];
  for (const family of [':', '.'] as const) {
    const same = uses.filter(({ address }) => address.includes(':') === (family === ':'));
    const networks: readonly Network[] = [...Map.groupBy(same, ({ address }) => networkOf(address))]
      .map(([name, list]) => ({
        name,
        uses: list,
        first: Math.min(...list.map(({ first }) => first)),
        last: Math.max(...list.map(({ last }) => last)),
      }))
      .toSorted((a, b) => a.first - b.first || (a.name < b.name ? -1 : 1));
    const [home, ...others] = networks;
    if (!home) continue;
    for (const other of others) {
      const account = other.uses[0]?.account ?? '';
      if ((users.get(`${account} ${other.name}`)?.size ?? 0) >= sharedBy) continue;
      const overlaps = other.first < home.last;
      const credentials = new Set(
        home.uses.flatMap(({ firstCredential, lastCredential }) => [firstCredential ?? '', lastCredential ?? '']),
      );
      const isSame = other.uses.some(({ firstCredential }) => firstCredential !== null && credentials.has(firstCredential));
      if (overlaps || isSame) return foundOf(other.uses, [home.name], isSame ? 'credential' : 'overlap');
    }
  }
  return null;
}

function foundOf(uses: readonly InstanceSpan[], home: readonly string[], by: 'addresses' | 'overlap' | 'credential'): Found | null {
  const [first] = uses;
  if (!first?.event) return null;
  const calls = uses.reduce((sum, use) => sum + use.calls, 0);
  return {
    ...{ behavior: 'credentials-elsewhere', level: 'high', event: first.event, actor: first.principal, firstSeen: first.first },
    evidence: [{ kind: 'networks', session: first.session, home: home.slice(0, 5), other: first.address, calls, by }],
  };
}
