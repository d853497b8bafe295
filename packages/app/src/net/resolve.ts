/** Names to addresses that may be asked. */
import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import type { GuardReason, OutgoingPolicy } from './check-url.ts';
import { addressRefused } from './check-url.ts';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** All addresses of a name; rejects when there are none. */
export type Resolve = (name: string) => Promise<readonly ResolvedAddress[]>;

const bySystem: Resolve = async (name) =>
  (await systemLookup(name, { all: true })).map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));

/** Thrown inside of a lookup, and taken out of the error of the connection again. */
export class GuardRefusal extends Error {
  readonly reason: GuardReason;

  constructor(reason: GuardReason) {
    super(`not allowed: ${reason}`);
    this.name = 'GuardRefusal';
    this.reason = reason;
  }
}

export interface ResolveOptions {
  readonly policy: OutgoingPolicy;
  /** For tests; otherwise as the system resolves names. */
  readonly resolve?: Resolve;
}

/**
 * The addresses of a name or of an address itself, when each of them may be asked. One that may not refuses all: names that sometimes mean
 * an inside address are made for attacks. Throws GuardRefusal, or what resolving throws.
 */
export async function checkedAddresses(host: string, { policy, resolve = bySystem }: ResolveOptions): Promise<readonly ResolvedAddress[]> {
  const family = isIP(host);
  const name = family === 0 ? host.toLowerCase().replace(/\.+$/, '') : null;
  const found = name === null ? [{ address: host, family: family === 6 ? (6 as const) : (4 as const) }] : await resolve(host);
  for (const { address } of found) {
    const reason = addressRefused(address, name, policy);
    if (reason !== null) throw new GuardRefusal(reason);
  }
  if (found.length === 0) throw new GuardRefusal('no-address');
  return found;
}

/** For `lookup` of node:net, node:tls, node:http: the connection goes to the very address that was checked, so a second answer of DNS changes nothing. */
export function guardedLookup(options: ResolveOptions): LookupFunction {
  return (host, { all }, callback) => {
    checkedAddresses(host, options).then(
      (found) => {
        const [first] = found;
        if (all === true) callback(null, [...found]);
        else if (first) callback(null, first.address, first.family);
      },
      (cause: unknown) => callback(cause instanceof Error ? cause : new Error('not resolved', { cause }), ''),
    );
  };
}
