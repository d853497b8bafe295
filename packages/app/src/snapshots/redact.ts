/**
 * Secrets in answers → keyed fingerprints. Equal secrets have equal fingerprints within one data folder, so that reuse and change can be
 * seen; without the key nobody can try a dictionary on them. The key never lies in or beside a snapshot: those are copied and shared.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, JsonObject } from '@kumomori/model';
import { REDACTED, canonicalJson, isJsonObject, textOf } from '@kumomori/model';
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
  const fingerprint = (secret: Json): Json => {
    if (secret === null || secret === '' || (isJsonObject(secret) && REDACTED in secret)) return secret;
    const text = typeof secret === 'string' ? secret : canonicalJson(secret);
    return { [REDACTED]: createHmac('sha256', key).update(text).digest('hex').slice(0, FINGERPRINT_DIGITS) };
  };
  return (response, paths) =>
    paths.reduce<JsonObject>((json, path) => {
      const redacted = at(json, path.replaceAll('[', '.[').split('.'), fingerprint);
      return isJsonObject(redacted) ? redacted : json;
    }, response);
}

/** For `--keep-secrets`. */
export const keepSecrets: Redact = (response) => response;

function at(json: Json, path: readonly string[], change: (secret: Json) => Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return change(json);
  // A list where the path names a member: the brackets were left out.
  if (Array.isArray(json))
    return (json as readonly Json[]).map((each) => (isMeant(each, step) ? at(each, step.startsWith('[') ? rest : path, change) : each));
  if (step.startsWith('[') || !isJsonObject(json)) return json;
  const entries = Object.entries(json).map(([name, value]) => [name, isNamed(name, step) ? at(value, rest, change) : value] as const);
  return Object.fromEntries(entries);
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
