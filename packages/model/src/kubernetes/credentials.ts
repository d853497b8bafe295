/** Credentials in the entries of config maps and secrets. The credential itself never enters a node. */
import type { Leaf, MapNode, Place } from '../node.ts';
import { explicit, placeWithin, unresolved } from '../node.ts';
import { credentialOf, decodeBase64Text, environmentCredentials, findCredential, isLiteralSecret } from '../secrets/index.ts';
import type { Value } from '../value.ts';

/** Entries that hold a credential, by their name or anywhere in a file that an entry holds. */
export function entriesWithCredentials(data: Value | undefined, place: Place): MapNode<string> {
  if (data?.kind !== 'map') return environmentCredentials([], data?.kind === 'unknown' ? unresolved(data.reason, place) : null, place);
  const named = environmentCredentials(
    [...data.entries].map(([variable, value]) => ({ variable, value })),
    data.rest && unresolved(data.rest.reason, place),
    place,
  );
  const entries = new Map(named.entries);
  for (const [key, value] of data.entries) {
    const found = value.kind === 'string' && !entries.has(key) ? findCredential(value.value) : null;
    if (found) entries.set(key, explicit<string>(found.kind, placeWithin(place, value), true));
  }
  return { ...named, entries };
}

/** Entries of a Secret whose content anybody can read who reads the code. */
export function entriesInPlainSight(
  data: Value | undefined,
  { place, isEncoded }: { readonly place: Place; readonly isEncoded: boolean },
): MapNode<string> {
  const entries = new Map<string, Leaf<string>>();
  if (data?.kind === 'map') {
    for (const [key, value] of data.entries) {
      if (value.kind !== 'string') continue;
      const text = isEncoded ? (decodeBase64Text(value.value) ?? '') : value.value;
      const kind = credentialOf(key, text) ?? (isLiteralSecret(text) && !isHarmless(key) ? 'secret-value' : null);
      if (kind) entries.set(key, explicit<string>(kind, placeWithin(place, value), true));
    }
  }
  return { node: 'map', entries, rest: null, place };
}

/** What Secrets hold beside what is secret. */
function isHarmless(key: string): boolean {
  return /^(?:username|user|host|hostname|port|database|dbname|url|endpoint|region|namespace|ca\.crt|tls\.crt|type|email|issuer)$/i.test(
    key,
  );
}
