/** Signatures of a data folder: Ed25519 (RFC 8032) over canonical JSON. */
import type { KeyObject } from 'node:crypto';
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@kumomori/model';
import { canonicalJson } from '@kumomori/model';
import { SnapshotError, systemCode, writeError } from './errors.ts';

const KEY_FILE = 'erasure-key.pem';

export interface Signature {
  readonly algorithm: 'Ed25519';
  /** PEM, SubjectPublicKeyInfo. */
  readonly publicKey: string;
  /** Base64. */
  readonly value: string;
}

/** Signs with the key of the data folder, which is made at first use. Throws SnapshotError. */
export function signed(content: JsonObject, dataFolder: string): Signature {
  const key = privateKey(dataFolder);
  return { algorithm: 'Ed25519', publicKey: publicPem(key), value: sign(null, bytesOf(content), key).toString('base64') };
}

/** Whether the content is what was signed with the key in the signature. Whose key that is, is another question. */
export function isSigned(content: JsonObject, { publicKey, value }: Signature): boolean {
  const key = publicKeyOf(publicKey);
  return key !== null && verify(null, bytesOf(content), key, Buffer.from(value, 'base64'));
}

/** SHA-256 of a public key, in hexadecimal digits; null when the text holds none. */
export function keyFingerprint(publicKey: string): string | null {
  const key = publicKeyOf(publicKey);
  return key
    ? createHash('sha256')
        .update(key.export({ type: 'spki', format: 'der' }))
        .digest('hex')
    : null;
}

/** Of the data folder's own key; null when it has none. */
export function ownKeyFingerprint(dataFolder: string): string | null {
  return existsSync(join(dataFolder, KEY_FILE)) ? keyFingerprint(publicPem(privateKey(dataFolder))) : null;
}

function privateKey(dataFolder: string): KeyObject {
  const path = join(dataFolder, KEY_FILE);
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    const { privateKey: made } = generateKeyPairSync('ed25519');
    writeFileSync(path, made.export({ type: 'pkcs8', format: 'pem' }), { flag: 'wx', mode: 0o600 });
    return made;
  } catch (cause) {
    if (systemCode(cause) !== 'EEXIST') throw writeError(path, cause);
  }
  try {
    chmodSync(path, 0o600);
    return createPrivateKey(readFileSync(path));
  } catch (cause) {
    throw new SnapshotError('read-failed', path, { cause });
  }
}

function publicPem(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
}

function publicKeyOf(pem: string): KeyObject | null {
  // A private key is no public one, though a public one could be made from it.
  if (!pem.trimStart().startsWith('-----BEGIN PUBLIC KEY-----')) return null;
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

function bytesOf(content: JsonObject): Buffer {
  return Buffer.from(canonicalJson(content), 'utf8');
}
