/** Kinds of credentials, and what a text of a provider's own format is. */
import type { Text } from '../text.ts';

export type CredentialKind =
  | 'private-key'
  | 'aws-access-key'
  | 'aws-secret-key'
  | 'service-token'
  | 'signed-token'
  | 'connection-string'
  | 'password'
  /** Made by the code itself or read from a secret store, and then written here in plain text. */
  | 'secret-value';

const names: Readonly<Record<CredentialKind, Text>> = {
  'private-key': { en: 'a private key', ja: '秘密鍵' },
  'aws-access-key': { en: 'an AWS access key', ja: 'AWS アクセスキー' },
  'aws-secret-key': { en: 'an AWS secret access key', ja: 'AWS シークレットアクセスキー' },
  'service-token': { en: 'a service token', ja: 'サービスのトークン' },
  'signed-token': { en: 'a signed token (JWT)', ja: '署名付きトークン (JWT)' },
  'connection-string': { en: 'a connection string with a password', ja: 'パスワード入りの接続文字列' },
  password: { en: 'a password or key', ja: 'パスワードまたは鍵' },
  'secret-value': { en: 'a secret in plain text', ja: '平文の機密値' },
};

/** For messages; never the credential itself. Unknown kinds read as a secret. */
export function describeCredential(kind: string): Text {
  return isCredentialKind(kind) ? names[kind] : names['secret-value'];
}

/** One of the kinds, and so no text of a user but for a coincidence. */
export function isCredentialKind(kind: string): kind is CredentialKind {
  return Object.hasOwn(names, kind);
}

/**
 * Formats that providers document for their credentials. Every pattern is linear: bounded or disjoint repetitions, none nested.
 * Sources: AWS IAM User Guide "Understanding unique ID prefixes"; GitHub Docs "About authentication to GitHub"; GitLab Docs "Token
 * overview"; Slack, Stripe, SendGrid, npm and Google Cloud documentation of their keys; Azure Storage "Configure connection strings";
 * RFC 7519 (JWT); RFC 7468 (PEM). Read 2026-11-22.
 */
export const credentialFormats: readonly (readonly [CredentialKind, RegExp])[] = [
  ['private-key', /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/],
  ['aws-access-key', /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/],
  ['service-token', /(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{36}/],
  ['service-token', /(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{22}/],
  ['service-token', /(?<![A-Za-z0-9])glpat-[A-Za-z0-9_-]{20}/],
  ['service-token', /(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{20}/],
  ['service-token', /hooks\.slack\.com\/services\/T[A-Z0-9]{6,12}\/B[A-Z0-9]{6,12}\/[A-Za-z0-9]{20}/],
  ['service-token', /(?<![A-Za-z0-9])[rs]k_(?:live|test)_[A-Za-z0-9]{16}/],
  ['service-token', /(?<![A-Za-z0-9])SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}/],
  ['service-token', /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}/],
  ['service-token', /(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}/],
  ['service-token', /AccountKey=[A-Za-z0-9+/]{86}==/],
  ['signed-token', /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{16}/],
];

/** `scheme://user:password@host`; the password is captured. */
const URL_WITH_PASSWORD = /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@'"]{0,100}:([^\s/@'"]{1,200})@/;

/** The format that a text shows and where it begins; null when none. O(text × formats). */
export function findFormat(text: string): { readonly kind: CredentialKind; readonly index: number } | null {
  for (const [kind, pattern] of credentialFormats) {
    const match = pattern.exec(text);
    if (match) return { kind, index: match.index };
  }
  const url = URL_WITH_PASSWORD.exec(text);
  return url && isLiteralSecret(url[1] ?? '', 3) ? { kind: 'connection-string', index: url.index } : null;
}

/** Words people write where the real value comes later. A weak but real password is not among them. */
const PLACEHOLDER =
  /^(?:change[-_ ]?(?:me|it|this)|replace[-_ ]?\w{0,20}|todo|tbd|example|placeholder|dummy|redacted|your[-_ ].{0,60}|x{3,60}|\*{3,60}|\.{3,60}|n\/a)$/i;
/** Settings about a secret rather than the secret. */
const SETTING = /^(?:true|false|yes|no|on|off|null|none|nil|undefined|enabled|disabled|required|optional|default|bearer|basic|\d{1,5})$/i;
/** Somewhere the secret is kept or made: ARNs, parameter paths, dynamic references, shell and template variables, URLs without password. */
const REFERENCE = /^(?:arn:|ssm:|vault:|secretsmanager:|op:\/\/|file:|https?:\/\/|s3:\/\/|\/|\.\/|@|\$|%[A-Za-z_]|<|\{|`|\()/;

/**
 * Is the text a literal that could be a secret: no unknown part, reference, placeholder or setting, and not the same few characters?
 * `minLength` in characters.
 */
export function isLiteralSecret(text: string, minLength = 6): boolean {
  const value = text.trim();
  if (value.length < minLength || value.includes('\uFFFC')) return false;
  // AWS writes EXAMPLE into the keys of its documentation.
  if (PLACEHOLDER.test(value) || value.includes('EXAMPLE') || SETTING.test(value) || REFERENCE.test(value)) return false;
  if (value.includes('${') || value.includes('$(') || value.includes('{{') || isPathLike(value)) return false;
  return new Set(value).size >= Math.min(4, minLength);
}

/** `prod/orders/db`: the name of a secret in a store, not a secret. */
function isPathLike(value: string): boolean {
  return value.includes('/') && value.length < 80 && /^[a-z0-9/_.-]*$/.test(value) && !/[a-z0-9]{24}/.test(value);
}
