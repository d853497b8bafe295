/** A last guard for evidence: values that look like secrets although no reader marked them as sensitive. */
import type { Evidence, Text } from '@kumomori/model';
import { findCredential, findFormat, isLiteralSecret, maskCredentials } from '@kumomori/model';

/** Access key ids begin with these four letters (AWS IAM User Guide, "Understanding unique ID prefixes"). */
const ACCESS_KEY = /\b(?:AKIA|ASIA)[A-Z0-9]{12,}\b/;
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY/;
/** The last name of the path says what the value is: `environment.DB_PASSWORD`, `masterPassword`. */
const SECRET_NAME = /(?:password|passwd|secret|token|api_?key|private_?key|credential)s?$/i;
/** A place where a secret is kept, not the secret. */
const POINTER = /^(?:arn:|ssm:|vault:|\/|true$|false$)/;

/** Where settings have telling names as well: `http_tokens = "optional"`. */
const SETTING_NAME = /tokens$/i;

/** The evidence itself, or the same without its value. */
export function redact(evidence: Evidence): Evidence {
  if (secretsIn(evidence).length > 0) return { ...evidence, value: null, state: 'redacted' };
  const reason = evidence.reason === null ? null : maskCredentials(evidence.reason);
  return reason === evidence.reason ? evidence : { ...evidence, reason };
}

/** Tags without the values that are credentials. */
export function redactTags(tags: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(tags).map(([key, value]) => [key, looksSecret(key, value) ? '********' : maskCredentials(value)]),
  );
}

/** A sentence that quotes none of the values that {@link redact} takes away. */
export function redactText(text: Text, evidence: readonly Evidence[]): Text {
  const secrets = evidence.flatMap((each) => secretsIn(each));
  const mask = (sentence: string): string =>
    maskCredentials(secrets.reduce((rest, secret) => rest.replaceAll(secret, '********'), sentence));
  return { en: mask(text.en), ja: mask(text.ja) };
}

function secretsIn({ path, value }: Evidence): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((each) => typeof each === 'string').filter((each) => looksSecret(path, each));
}

function looksSecret(path: string, value: string): boolean {
  if (ACCESS_KEY.test(value) || PRIVATE_KEY.test(value) || findFormat(value) !== null) return true;
  // Descriptions and scripts say `password=…` in the midst of a text.
  if (/[=:]/.test(value) && findCredential(value) !== null) return true;
  const name = path.slice(path.lastIndexOf('.') + 1).replace(/\[\d+\]$/, '');
  return SECRET_NAME.test(name) && value !== '' && !POINTER.test(value) && (!SETTING_NAME.test(name) || isLiteralSecret(value));
}
