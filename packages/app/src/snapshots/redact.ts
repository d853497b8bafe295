/**
 * Secrets in answers → keyed fingerprints. Equal secrets have equal fingerprints within one data folder, so that reuse and change can be
 * seen; without the key nobody can try a dictionary on them. The key never lies in or beside a snapshot: those are copied and shared.
 * Of variables, and of the user data of machines, the kind of the credential is kept that they held (null: none), so that checks can tell.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, JsonObject } from '@kumomori/model';
import { REDACTED, canonicalJson, credentialOf, decodeBase64Text, findCredential, isJsonObject, textOf } from '@kumomori/model';
import { SnapshotError, systemCode, writeError } from './errors.ts';

/** 64 bits: enough to tell the secrets of an organization apart. */
const FINGERPRINT_DIGITS = 16;
const KEY_BYTES = 32;
const KEY_FILE = 'redaction.key';

export type Redact = (response: JsonObject, paths: readonly string[]) => JsonObject;

/**
 * Paths name members, `[]` each element, `[Type=PLAINTEXT]` each element of which a member says that, `*` each member:
 * `Functions[].Environment.Variables.*`. What is not there, null or '' stays.
 */
export function redactor(key: Uint8Array): Redact {
  const fingerprint: Change = (secret, role) => {
    if (secret === null || secret === '' || (isJsonObject(secret) && REDACTED in secret)) return secret;
    const text = typeof secret === 'string' ? secret : canonicalJson(secret);
    const digits = createHmac('sha256', key).update(text).digest('hex').slice(0, FINGERPRINT_DIGITS);
    return { [REDACTED]: digits, ...(role !== null && { credential: kindOf(text, role) }) };
  };
  return (response, paths) =>
    paths.reduce<JsonObject>((json, path) => {
      const change: Change = (secret, role) => fingerprint(secret, SCRIPT.test(path) ? 'script' : role);
      const redacted = at(json, path.replaceAll('[', '.[').split('.'), change);
      return isJsonObject(redacted) ? redacted : json;
    }, response);
}

/** For `--keep-secrets`. */
export const keepSecrets: Redact = (response) => response;

/** What a text is: a variable by its name, a script; null: neither. */
type Role = { readonly variable: string } | 'script' | null;
type Change = (secret: Json, role: Role) => Json;

/** What machines run when they start. */
const SCRIPT = /(?:^|\.)(?:userData|customData)(?:$|\.)/i;
/** Larger texts are files; credentials in them are looked for in their beginning. */
const MAX_LOOKED_AT = 65_536;

function kindOf(text: string, role: Exclude<Role, null>): string | null {
  const looked = text.slice(0, MAX_LOOKED_AT);
  if (role !== 'script') return credentialOf(role.variable, looked);
  return (findCredential(decodeBase64Text(looked) ?? looked) ?? findCredential(looked))?.kind ?? null;
}

function at(json: Json, path: readonly string[], change: Change): Json {
  const [step, ...rest] = path;
  if (step === undefined) return change(json, null);
  // A list where the path names a member: the brackets were left out.
  if (Array.isArray(json))
    return (json as readonly Json[]).map((each) => (isMeant(each, step) ? at(each, step.startsWith('[') ? rest : path, change) : each));
  if (step.startsWith('[') || !isJsonObject(json)) return json;
  const entries = Object.entries(json).map(([name, value]) => {
    if (!isNamed(name, step)) return [name, value] as const;
    return [name, rest.length > 0 ? at(value, rest, change) : change(value, roleOf(name, step, json))] as const;
  });
  return Object.fromEntries(entries);
}

/** How APIs call the member beside a value that names it. */
const NAMES = ['name', 'Name', 'key', 'Key', 'OptionName', 'OutputKey', 'ParameterKey'];

/** `step`: by which the path means it. */
function roleOf(name: string, step: string, holder: JsonObject): Role {
  if (step !== name) return { variable: name };
  const beside = NAMES.filter((each) => each !== name).map((each) => textOf(holder, each));
  const variable = beside.find((each) => each !== undefined);
  return variable === undefined ? null : { variable };
}

/** `[Type=PLAINTEXT]`: does the element say so? Anything else means every element. */
function isMeant(element: Json, step: string): boolean {
  const [, member, text] = /^\[([^=]+)=(.*)\]$/.exec(step) ?? [];
  return member === undefined || textOf(element, member) === text;
}

/** `*` names each member, `!--enable-` each whose name begins otherwise. */
function isNamed(name: string, step: string): boolean {
  return step === '*' || step === name || (step.startsWith('!') && !name.startsWith(step.slice(1)));
}

/** The key of a data folder, made at first use, readable by its owner only. Throws SnapshotError. */
export function redactionKey(dataFolder: string): Uint8Array {
  const path = join(dataFolder, KEY_FILE);
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    const descriptor = openSync(path, 'wx', 0o600);
    writeFileSync(descriptor, `${randomBytes(KEY_BYTES).toString('hex')}\n`);
    closeSync(descriptor);
  } catch (cause) {
    if (systemCode(cause) !== 'EEXIST') throw writeError(path, cause);
  }
  let text: string;
  try {
    chmodSync(path, 0o600);
    text = readFileSync(path, 'utf8').trim();
  } catch (cause) {
    throw new SnapshotError('read-failed', path, { cause });
  }
  if (!/^[0-9a-f]{64}$/.test(text)) throw new SnapshotError('read-failed', path, { detail: 'it is no key of 64 hexadecimal digits' });
  return Buffer.from(text, 'hex');
}
