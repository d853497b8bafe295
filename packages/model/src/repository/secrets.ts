/** The verdict that every check on credentials in code gives. */
import { fail, notApplicable } from '../check/verdict.ts';
import type { Verdict } from '../check/verdict.ts';
import type { Text } from '../text.ts';
import type { Secret } from './file/secret/shape.ts';

/** Fails on a secret of the family; `what` names it: "a GitHub token". */
export function judgeSecret(secret: Secret & { readonly name: string }, family: string, what: Text): Verdict {
  if (secret.family !== family) return notApplicable({ en: 'another kind of secret', ja: '別種の秘密情報' });
  const owner = secret.knownOwner;
  const known: Text = owner === undefined ? { en: '', ja: '' } : { en: ` (${owner})`, ja: ` (${owner})` };
  // Read last: where it stands is the evidence, what it says is never shown.
  void secret.value;
  return fail(
    { en: `${secret.name} holds ${what.en}${known.en}`, ja: `${secret.name} に${what.ja}が含まれています${known.ja}` },
    { at: ['value'] },
  );
}
