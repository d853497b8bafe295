/** A last guard for evidence: values that look like secrets although no reader marked them as sensitive. */
import type { Evidence, Text } from '@kumomori/model';

/** Access key ids begin with these four letters (AWS IAM User Guide, "Understanding unique ID prefixes"). */
const ACCESS_KEY = /\b(?:AKIA|ASIA)[A-Z0-9]{12,}\b/;
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY/;
/** The last name of the path says what the value is: `environment.DB_PASSWORD`, `masterPassword`. */
const SECRET_NAME = /(?:password|passwd|secret|token|api_?key|private_?key|credential)s?$/i;
/** A place where a secret is kept, not the secret. */
const POINTER = /^(?:arn:|ssm:|vault:|\/|true$|false$)/;

/** The evidence itself, or the same without its value. */
export function redact(evidence: Evidence): Evidence {
  return secretsIn(evidence).length > 0 ? { ...evidence, value: null, state: 'redacted' } : evidence;
}

/** A sentence that quotes none of the values that {@link redact} takes away. */
export function redactText(text: Text, evidence: readonly Evidence[]): Text {
  const secrets = evidence.flatMap((each) => secretsIn(each));
  if (secrets.length === 0) return text;
  const mask = (sentence: string): string => secrets.reduce((rest, secret) => rest.replaceAll(secret, '********'), sentence);
  return { en: mask(text.en), ja: mask(text.ja) };
}

function secretsIn({ path, value }: Evidence): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((each) => typeof each === 'string').filter((each) => looksSecret(path, each));
}

function looksSecret(path: string, value: string): boolean {
  if (ACCESS_KEY.test(value) || PRIVATE_KEY.test(value)) return true;
  const name = path.slice(path.lastIndexOf('.') + 1).replace(/\[\d+\]$/, '');
  return SECRET_NAME.test(name) && value !== '' && !POINTER.test(value);
}
