/** What is known of the request: the keys that were given, those that follow from the caller, and in discovery the many that are not known. */
import type { Who } from './who.test-helper.ts';
import type { Row } from './row.test-helper.ts';

export type Value = { readonly is: 'unknown' } | { readonly is: 'absent' } | { readonly is: 'values'; readonly values: readonly string[] };
export type Look = (key: string) => Value;

export function contextOf(row: Row, who: Who): Look {
  const given = new Map<string, unknown>();
  for (const [key, value] of Object.entries(row.request.context)) given.set(key.toLowerCase(), value);
  return (key) => {
    const name = key.toLowerCase();
    if (given.has(name)) return valueOf(given.get(name));
    const derived = derive(name, who, row.request.resourceAccount);
    if (derived !== undefined) return derived === null ? { is: 'absent' } : { is: 'values', values: [derived] };
    return row.mode === 'discovery' ? { is: 'unknown' } : { is: 'absent' };
  };
}

/** `null` and an empty list say that the key is not there (IAM guide, Null: "the key exists and its value is not null"). */
function valueOf(value: unknown): Value {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return { is: 'absent' };
  return { is: 'values', values: (Array.isArray(value) ? value : [value]).map(String) };
}

/** Text when the key follows from the request, null when it is known not to be there, undefined when nothing is known. */
function derive(name: string, who: Who, resourceAccount: string | null): string | null | undefined {
  switch (name) {
    case 'aws:principalarn':
      return who.principalArn;
    case 'aws:principalaccount':
      // IAM guide, global keys: there for every request, of an anonymous one it is this word.
      if (who.kind === 'anonymous') return 'anonymous';
      return who.principalArn === null ? null : who.account;
    case 'aws:principaltype':
      return who.type;
    case 'aws:username':
      return who.kind === 'user' ? who.name : null;
    case 'aws:principalisawsservice':
      if (who.kind === 'anonymous') return undefined;
      return who.kind === 'service' ? 'true' : 'false';
    case 'aws:principalservicename':
      return who.kind === 'service' ? who.name : null;
    case 'aws:resourceaccount':
      return resourceAccount ?? undefined;
    default:
      return undefined;
  }
}
