/** Terraform values → which environment variables, and which user data, hold credentials. The credential itself never enters a node. */
import type { Leaf, MapNode, ObjectNode, Place } from '../node.ts';
import { absent, explicit, object, placeWithin, unresolved } from '../node.ts';
import { toTextWithHoles } from '../code/index.ts';
import type { Reference, UnknownValue, Value } from '../value.ts';
import type { CredentialKind } from './credential.ts';
import { isSecretName } from './names.ts';
import type { FoundCredential } from './text.ts';
import { credentialOf, decodeBase64Text, findCredential } from './text.ts';

export interface EnvironmentValue {
  readonly variable: string;
  readonly value: Value;
}

/**
 * Variables that hold a credential → its kind; those that may hold one are unresolved; harmless ones are left out. `rest`: there may be
 * more variables. The leaves are sensitive, so that no report shows the lines they stand on.
 */
export function environmentCredentials(variables: readonly EnvironmentValue[], rest: Leaf<never> | null, place: Place): MapNode<string> {
  const entries = new Map<string, Leaf<string>>();
  for (const { variable, value } of variables) {
    const own = placeWithin(place, value);
    const leaf = credentialLeaf(variable, value, own);
    if (leaf) entries.set(variable, leaf);
  }
  return { node: 'map', entries, rest, place };
}

/** The same for a map attribute (`variables = { … }`); undefined: not written. */
export function mapCredentials(value: Value | undefined, place: Place): MapNode<string> {
  if (!value || value.kind === 'null') return environmentCredentials([], null, place);
  if (value.kind !== 'map') return environmentCredentials([], value.kind === 'unknown' ? unresolved(value.reason, place) : null, place);
  const variables = [...value.entries].map(([variable, each]) => ({ variable, value: each }));
  return environmentCredentials(variables, value.rest && unresolved(value.rest.reason, place), place);
}

function credentialLeaf(variable: string, value: Value, place: Place): Leaf<string> | null {
  if (value.kind === 'unknown') return unknownLeaf(variable, value, place);
  if (value.kind !== 'string' && value.kind !== 'template') return null;
  if (value.kind === 'template' && value.parts.some((part) => typeof part !== 'string' && holdsSecret(part, variable)))
    return explicit<string>('secret-value', place, true);
  const text = toTextWithHoles(value);
  const kind = typeof text === 'string' ? credentialOf(variable, text) : null;
  return kind && explicit<string>(kind, place, true);
}

function unknownLeaf(variable: string, value: UnknownValue, place: Place): Leaf<string> | null {
  if (value.credential !== undefined) return value.credential === null ? null : explicit<string>(value.credential, place, true);
  if (holdsSecret(value, variable)) return explicit<string>('secret-value', place, true);
  if (!isSecretName(variable) || (value.refs.length > 0 && value.refs.every(isIdentifier))) return null;
  return unresolved(value.reason, place);
}

/** Attributes that are secrets whatever the variable is called. Source: hashicorp/random, tls and aws provider documentation, read 2026-11-22. */
const secretAttributes = /(?:^|\.)(?:random_password\.[^.]+|tls_private_key\.[^.]+|aws_iam_access_key\.[^.]+)$/;
/** Attributes that are secrets when the variable's name says so: a stored document also has a host and a user. */
const storedAttributes = /^(?:secret_string|value|plaintext|password|master_password|auth_token)(?:$|[.[])/;

function holdsSecret(value: UnknownValue, variable: string | null): boolean {
  return value.refs.some(
    (ref) =>
      ref.attribute === 'SecretAccessKey' ||
      (secretAttributes.test(ref.address.replaceAll(/\[[^\]]*\]/g, '')) && /^(?:result|private_key|secret$)/.test(ref.attribute)) ||
      (variable !== null && isSecretName(variable) && storedAttributes.test(ref.attribute)),
  );
}

/** Where a secret is kept, not the secret. */
function isIdentifier(ref: Reference): boolean {
  // CloudFormation: `Ref` names the thing itself, and attributes are called `QueueName`, `Endpoint.Address`.
  return ref.attribute === '' || /(?:^|[._]|[a-z](?=[A-Z]))(?:arn|id|name|url|uri|endpoint|address|version_id)$/i.test(ref.attribute);
}

/** A credential in a text; the kind is sensitive for the sake of the lines it stands on. */
export interface TextCredential {
  readonly kind: string;
  /** Line within the text, 1-based. */
  readonly line: number;
}

/** The first credential in a text such as user data, plain or Base64; absent when there is none, unresolved when the text is not known at all. */
export function textCredential(value: Value | undefined, place: Place): ObjectNode<TextCredential> | Leaf<never> {
  if (!value || value.kind === 'null') return absent(place);
  if (value.kind === 'unknown') return redactedCredential(value, place);
  if (value.kind === 'template' && value.parts.some((part) => typeof part !== 'string' && holdsSecret(part, null)))
    return found({ kind: 'secret-value', line: 1 }, place);
  const text = toTextWithHoles(value);
  if (typeof text !== 'string') return absent(place);
  const decoded = decodeBase64Text(text);
  const inside = decoded === null ? null : findCredential(decoded);
  if (inside) return found(inside, place);
  const credential = findCredential(text);
  return credential ? found(credential, place, lineWithin(place, credential.line)) : absent(place);
}

/** Of a text that was replaced when it was collected, what stood in it may have been written down. */
function redactedCredential({ credential, reason }: UnknownValue, place: Place): ObjectNode<TextCredential> | Leaf<never> {
  if (credential === undefined) return unresolved(reason, place);
  if (credential === null) return absent(place);
  return object<TextCredential>({ kind: explicit<string>(credential, place, true), line: explicit(1, place, true) }, place);
}

/** The line of a heredoc that a line of its text stands on; the whole place for anything else. */
function lineWithin(place: Place, line: number): Place {
  const { range } = place;
  if (!range) return place;
  const { text } = range.source;
  if (!/<<-?\w+[ \t\r]*$/.test(text.slice(range.start, Math.max(range.start, text.indexOf('\n', range.start))))) return place;
  let start = range.start;
  for (let passed = 0; passed < line; passed++) {
    start = text.indexOf('\n', start) + 1;
    if (start === 0 || start >= range.end) return place;
  }
  const end = text.indexOf('\n', start);
  return { ...place, range: { ...range, start, end: end === -1 ? range.end : Math.min(end, range.end) } };
}

/** The kind points at the line; the line number keeps the whole text out of code frames. */
function found({ kind, line }: FoundCredential, place: Place, exact: Place = place): ObjectNode<TextCredential> {
  return object<TextCredential>(
    { kind: explicit<string>(kind satisfies CredentialKind, exact, true), line: explicit(line, place, true) },
    place,
  );
}
