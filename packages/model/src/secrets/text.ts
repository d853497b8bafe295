/** Credentials in a named value and in free text (user data, scripts). */
import type { CredentialKind } from './credential.ts';
import { findFormat, isLiteralSecret } from './credential.ts';
import { isAwsSecretKeyName, isSecretName, mayNameASecret } from './names.ts';

/** What a variable with this name and text holds; null when it is no credential. */
export function credentialOf(name: string, text: string): CredentialKind | null {
  const format = findFormat(text);
  if (format) return format.kind;
  if (isAwsSecretKeyName(name)) return /^[A-Za-z0-9/+]{40}$/.test(text.trim()) ? 'aws-secret-key' : null;
  if (!isSecretName(name) || !isLiteralSecret(text)) return null;
  // Lower-case words joined by hyphens under DB_SECRET: the name of a secret.
  return mayNameASecret(name) && /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(text) ? null : 'password';
}

export interface FoundCredential {
  readonly kind: CredentialKind;
  /** Within the text, 1-based. */
  readonly line: number;
}

/**
 * `NAME=value`, `name: "value"`, `--name value`: name, separator, and the value in one of three forms. Names begin at a word, so that every
 * character is looked at a bounded number of times.
 */
const ASSIGNMENT =
  /(?<![A-Za-z0-9_.-])(?:--([A-Za-z][A-Za-z0-9-]{0,80})[ \t]|(?:--)?([A-Za-z_][A-Za-z0-9_.-]{0,80})["']?([ \t]{0,4}[:=][ \t]{0,4}))(?:\\?"([^"\\\n]{1,400})\\?"|\\?'([^'\\\n]{1,400})\\?'|([^\s"'`;,|&<>()[\]\\]{1,400})(?=$|[\s"'`;,|&<>)\]\\]))/g;

/** The first credential of a text; null when none is found. Bounded work for each character. */
export function findCredential(text: string): FoundCredential | null {
  const format = findFormat(text);
  if (format) return { kind: format.kind, line: lineAt(text, format.index) };
  for (const match of text.matchAll(ASSIGNMENT)) {
    const [, option, name = option ?? '', separator = '', double, single, bare] = match;
    const quoted = double ?? single;
    if (quoted !== undefined ? quoted.trim().includes(' ') : isCode(separator, bare ?? '')) continue;
    const kind = credentialOf(name, quoted ?? bare ?? '');
    if (kind) return { kind, line: lineAt(text, match.index) };
  }
  return null;
}

/** `token = response.token`: an expression of some language, not a value. */
function isCode(separator: string, value: string): boolean {
  return /^[ \t]+=[ \t]*$/.test(separator) && /^[A-Za-z_][A-Za-z0-9_.]*$/.test(value);
}

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The text behind Base64; null when it is no Base64 or does not hold readable ASCII. Other characters become `?`. O(text). */
export function decodeBase64Text(encoded: string): string | null {
  const compact = encoded.replaceAll(/\s/g, '').replace(/={1,2}$/, '');
  if (compact.length < 4 || compact.length % 4 === 1 || !/^[A-Za-z0-9+/]*$/.test(compact)) return null;
  const characters: string[] = [];
  let unreadable = 0;
  let bits = 0;
  let held = 0;
  for (const character of compact) {
    bits = ((bits << 6) | ALPHABET.indexOf(character)) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    const code = (bits >> held) & 0xff;
    const isReadable = (code >= 32 && code < 127) || code === 9 || code === 10 || code === 13;
    if (!isReadable) unreadable++;
    characters.push(isReadable ? String.fromCharCode(code) : '?');
  }
  return unreadable * 4 > characters.length ? null : characters.join('');
}
