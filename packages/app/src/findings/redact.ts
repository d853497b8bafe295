/** A last guard for evidence: values that look like secrets although no reader marked them as sensitive. */
import type { Evidence } from '@kumomori/model';

/** Access key ids begin with these four letters (AWS IAM User Guide, "Understanding unique ID prefixes"). */
const ACCESS_KEY = /\b(?:AKIA|ASIA)[A-Z0-9]{12,}\b/;
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY/;
/** The last name of the path says what the value is: `environment.DB_PASSWORD`, `masterPassword`. */
const SECRET_NAME = /(?:password|passwd|secret|token|api_?key|private_?key|credential)s?$/i;
/** A place where a secret is kept, not the secret. */
const POINTER = /^(?:arn:|ssm:|vault:|\/|true$|false$)/;

/** The evidence itself, or the same without its value. */
export function redact(evidence: Evidence): Evidence {
  const values = Array.isArray(evidence.value) ? evidence.value : [evidence.value];
  const isSecret = values.some((value) => typeof value === 'string' && looksSecret(evidence.path, value));
  return isSecret ? { ...evidence, value: null, state: 'redacted' } : evidence;
}

function looksSecret(path: string, value: string): boolean {
  if (ACCESS_KEY.test(value) || PRIVATE_KEY.test(value)) return true;
  const name = path.slice(path.lastIndexOf('.') + 1).replace(/\[\d+\]$/, '');
  return SECRET_NAME.test(name) && value !== '' && !POINTER.test(value);
}
