/** The verdict that every check on credentials in code gives. */
import { fail, notApplicable } from '../check/index.ts';
import type { Verdict } from '../check/index.ts';
import type { Text } from '../text.ts';
import type { Secret } from './file/secret/shape.ts';

/** Fails on a secret of the family; `what` names it: "a GitHub token". */
export function judgeSecret(secret: Secret & { readonly name: string }, family: string, what: Text): Verdict {
  if (secret.family !== family) return notApplicable({ en: 'another kind of secret', ja: '別種の秘密情報' });
  const known = ownership(secret);
  // Read last: where it stands is the evidence, what it says is never shown.
  void secret.value;
  return fail(
    { en: `${secret.name} holds ${what.en}${known.en}`, ja: `${secret.name} に${what.ja}が含まれています${known.ja}` },
    { at: ['value'] },
  );
}

/** What a snapshot of the account knows of the key: it exists, whose it is, whether it works, when it was used. */
function ownership({ keyOwner, keyStatus, keyLastUsed }: Secret): Text {
  if (keyOwner === undefined) return { en: '', ja: '' };
  const status = keyStatus ?? '?';
  return {
    en: `; the key exists, belongs to ${keyOwner}, is ${status.toLowerCase()}, ${keyLastUsed === undefined ? 'was never used' : `was last used ${keyLastUsed}`}`,
    ja: `。このキーは実在し、所有者は ${keyOwner}、状態は ${status}、${keyLastUsed === undefined ? '使用履歴はありません' : `最終使用は ${keyLastUsed}`}`,
  };
}
