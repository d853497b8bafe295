/** Policies of which nothing is known: they allow everything under a condition that nobody can decide. */
import type { AccessCondition } from '../aws/index.ts';

const KEY = 'kumomori:unknown/';

const documents = new Map<string, object>();

/**
 * The same object for the same reason; policies of resources need a `principal`. An unknown policy may deny as well; that is not assumed, because then one unknown policy would take all
 * certainty from its holder. It is listed with what is not known of the principal.
 */
export function unknownDocument(what: string, principal?: string): object {
  const key = principal === undefined ? what : `${principal} ${what}`;
  const known = documents.get(key);
  if (known) return known;
  const condition = { Bool: { [`${KEY}${what.replaceAll('$', '')}`]: 'true' } };
  const who = principal === undefined ? {} : { Principal: principal };
  const statement = { Sid: 'Unknown', Effect: 'Allow', ...who, Action: '*', Resource: '*', Condition: condition };
  const document = { Version: '2012-10-17', Statement: [statement] };
  if (documents.size > 50_000) documents.clear();
  documents.set(key, document);
  return document;
}

/** The stand-in's condition as what it means: `policy is "…"`. */
export function readable(condition: AccessCondition | null): AccessCondition | null {
  return condition === null ? null : walk(condition);
}

function walk(condition: AccessCondition): AccessCondition {
  switch (condition.kind) {
    case 'test':
      return condition.key.startsWith(KEY)
        ? { kind: 'unknown-value', element: 'policy', text: condition.key.slice(KEY.length) }
        : condition;
    case 'and':
    case 'or':
      return { ...condition, of: condition.of.map(walk) };
    case 'not':
      return { ...condition, of: walk(condition.of) };
    default:
      return condition;
  }
}

/** True when the answer hangs on a policy that nobody has seen, whatever the request is. */
export function hangsOnUnknownPolicy(condition: AccessCondition | null): boolean {
  if (condition === null) return false;
  if (condition.kind === 'unknown-value') return condition.element === 'policy';
  if (condition.kind === 'test') return condition.key.startsWith(KEY);
  if (condition.kind === 'not') return hangsOnUnknownPolicy(condition.of);
  const parts = condition.of.map(hangsOnUnknownPolicy);
  return condition.kind === 'and' ? parts.includes(true) : parts.every(Boolean);
}
