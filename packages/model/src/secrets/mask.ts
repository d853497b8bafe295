/**
 * Hides credentials in text that is shown to people: messages, names, lines of code around a finding. It rather hides too much than too
 * little, but ordinary code stays legible: only values in provider formats and values under telling names are touched.
 */
import { credentialFormats, isLiteralSecret } from './credential.ts';
import { isSecretName } from './names.ts';

export const SECRET_MASK = '••••••';

/** Each format with all that belongs to the token behind it. Linear: one class, not followed by anything. */
const tokens = credentialFormats
  .filter(([kind]) => kind !== 'private-key')
  .map(([, pattern]) => new RegExp(`${pattern.source}[A-Za-z0-9_+/=-]*`, 'g'));
const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[\s\S]*/g;
/** `scheme://user:password@`, also with a password that holds signs a URL does not allow. */
const URL_PASSWORD = /(?<![a-z0-9+.-])([a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@'"]{0,100}:)([^\s/@'"]{1,200})(?=@)/gi;

/** The text without credentials in a provider's format, private keys and passwords in URLs. O(text × formats). */
export function maskCredentials(text: string): string {
  if (text.length < 8) return text;
  let masked = text.replace(PRIVATE_KEY, SECRET_MASK);
  for (const token of tokens) masked = masked.replace(token, SECRET_MASK);
  return masked.replace(URL_PASSWORD, (whole, head: string, password: string) =>
    /^\$\{[^}]*\}$|^[<*•]/.test(password) ? whole : head + SECRET_MASK,
  );
}

/**
 * `name = "value"`, `"name": "value"`, `export NAME=value`, `--name value`, `"--name", "value"`: name, what stands between, value in double
 * quotes, single quotes or none. Names begin at a word and all repetitions are bounded or disjoint.
 */
const ASSIGNMENT =
  /(?<![A-Za-z0-9_.-])(["']?(?:--)?([A-Za-z_][A-Za-z0-9_.-]{0,80})\\?["']?(?:[ \t]{0,60}(?:=>|:=|[:=])[ \t]{0,60}|(?<=--[A-Za-z0-9_.-]{1,81}["']?)(?:[ \t]|,[ \t]{0,4})))(?:"((?:[^"\\]|\\.)*)|\\"([^"\\]*)|'([^'\n]*)|([^\s"'`;,|&<>(){}[\]\\]{1,400}))/g;
const PAIR =
  /(\bname\\?["']?[ \t]{0,20}[:=][ \t]{0,20}\\?["']([^"'\\]{1,80})\\?["'],?[ \t]{0,20}\\?["']?value\\?["']?[ \t]{0,20}[:=][ \t]{0,20}\\?["'])([^"']{1,2000})/gi;

/** A line of code or of a script without the values of names that say password, token and the like, and without credentials by format. */
export function maskSecretLine(line: string): string {
  const masked = maskAssignments(maskCredentials(line), 0).replace(PAIR, (whole, head: string, name: string) =>
    tellsSecret(name) ? head + SECRET_MASK : whole,
  );
  if (masked === line) return line;
  // Beside a secret, comments tend to hold its predecessor.
  const last = masked.lastIndexOf(SECRET_MASK) + SECRET_MASK.length;
  const comment = /\s(?:#|\/\/)/.exec(masked.slice(last));
  return comment ? `${masked.slice(0, last + comment.index + comment[0].length)} ${SECRET_MASK}` : masked;
}

const MAX_NESTING = 2;

function maskAssignments(line: string, depth: number): string {
  return line.replace(ASSIGNMENT, (whole, ...groups: readonly (string | undefined)[]) => {
    const [, name = '', double, escaped, single, bare = ''] = groups;
    const quoted = double ?? escaped ?? single;
    const value = quoted ?? bare;
    const isSecret = tellsSecret(name) && (quoted === undefined ? isBareSecret(value) : isSecretValue(value));
    if (!isSecret && (depth === MAX_NESTING || !/[:=]/.test(value))) return whole;
    const at = whole.length - value.length;
    const shown = isSecret ? SECRET_MASK : maskAssignments(value, depth + 1);
    return whole.slice(0, at) + shown;
  });
}

/** A secret word anywhere in the name, unless the end says that it is about the secret: `secret_arn`, `password_length`. */
export function tellsSecret(name: string): boolean {
  if (isSecretName(name)) return true;
  if (ABOUT_SECRET.test(name)) return false;
  return SECRET_WORD.test(name);
}

const SECRET_WORD = /passw(?:or)?d|passphrase|secret|token|credential|(?:private|secret|access|api|account)[_-]?key|connection[_-]?string/i;
const ABOUT_SECRET =
  /(?:arn|ids?|names?|urls?|uri|endpoint|path|file|type|ttl|length|days|hours|minutes|seconds|enabled|disabled|policy|policies|rotation|required|version|region|prefix|suffix|algorithm|age|count|size|format|lifetime|validity|expiry|expiration|source|provider|description|tokens|status|user|username|manage_master_user_password|key_id|manager)$/i;

function isSecretValue(value: string): boolean {
  if (value === '' || /^\$\{[^}]*\}$|^\$\([^)]*\)$|^\$[A-Z_]+$|^•+$/.test(value)) return false;
  return value.includes('${') || value.startsWith('$') || value.includes('/')
    ? !/^(?:arn:|ssm:|vault:|secretsmanager:|op:|file:|https?:|s3:|\.?\/)/.test(value)
    : isLiteralSecret(value, 1);
}

/** Without quotes only scripts and comments hold a secret; in HCL it is a reference, a number or a function. */
function isBareSecret(value: string): boolean {
  const isReference =
    /^[A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z_][A-Za-z0-9_-]*)+$/.test(value) ||
    /^(?:string|number|bool|any|jsonencode|file|sensitive)$/.test(value);
  return !isReference && value.length >= 4 && isSecretValue(value);
}
