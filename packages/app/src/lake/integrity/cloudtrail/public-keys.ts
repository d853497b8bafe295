/** The answer of CloudTrail's ListPublicKeys, saved. */
import { isRecord } from '@kumomori/model';
import type { KeyObject } from 'node:crypto';
import { createPublicKey } from 'node:crypto';

/** Fingerprint → key. */
export type PublicKeys = ReadonlyMap<string, KeyObject>;

/**
 * Reads `{ "PublicKeyList": [{ "Value": base64 of the DER of a PKCS#1 key, "Fingerprint", … }] }`, or the list alone; several answers may be in
 * a list. Null where that is not what the text holds. Source: CloudTrail API reference, PublicKey.
 */
export function publicKeysIn(text: string): PublicKeys | null {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  const keys = new Map<string, KeyObject>();
  for (const each of entriesOf(document)) {
    const key = keyOf(each['Value']);
    const fingerprint = each['Fingerprint'];
    if (key === null || typeof fingerprint !== 'string') return null;
    keys.set(fingerprint.toLowerCase(), key);
  }
  return keys.size > 0 ? keys : null;
}

function entriesOf(document: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(document)) return document.flatMap((each: unknown) => entriesOf(each));
  if (!isRecord(document)) return [];
  return 'PublicKeyList' in document ? entriesOf(document['PublicKeyList']) : [document];
}

function keyOf(value: unknown): KeyObject | null {
  if (typeof value !== 'string') return null;
  const der = Buffer.from(value, 'base64');
  // The documentation says PKCS#1; the other wrapping of the same key costs nothing to take.
  for (const type of ['pkcs1', 'spki'] as const) {
    try {
      const key = createPublicKey({ key: der, format: 'der', type });
      return key.asymmetricKeyType === 'rsa' ? key : null;
    } catch {
      // The other wrapping, then.
    }
  }
  return null;
}
