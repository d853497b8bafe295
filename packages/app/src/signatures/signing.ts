/** Signatures with a key of the data folder: Ed25519 (RFC 8032) over canonical JSON. */
import type { KeyObject } from 'node:crypto';
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@kumomori/model';
import { canonicalJson } from '@kumomori/model';

/** What a key is for: proofs of erasure, heads of the lake's chain, evidence bundles of cases. */
export type KeyPurpose = 'erasure' | 'lake' | 'case';

export interface Signature {
  readonly algorithm: 'Ed25519';
  /** PEM, SubjectPublicKeyInfo. */
  readonly publicKey: string;
  /** Base64. */
  readonly value: string;
}

/** A key file could not be made or read. */
export class KeyFileError extends Error {
  readonly path: string;
  readonly action: 'read' | 'write';

  constructor(path: string, action: 'read' | 'write', cause: unknown) {
    super(`${path}: ${action}: ${cause instanceof Error ? cause.message : ''}`, { cause });
    this.name = 'KeyFileError';
    this.path = path;
    this.action = action;
  }
}

export class SigningKey {
  readonly #key: KeyObject;
  /** PEM, SubjectPublicKeyInfo. */
  readonly publicKey: string;

  private constructor(key: KeyObject) {
    this.#key = key;
    this.publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
  }

  /** The key of the data folder, made at first use; only its owner can read it. Throws KeyFileError. */
  static open(folder: string, purpose: KeyPurpose): SigningKey {
    const path = keyFile(folder, purpose);
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(path, newKey(), { flag: 'wx', mode: 0o600 });
    } catch (cause) {
      if (!existsSync(path)) throw new KeyFileError(path, 'write', cause);
    }
    try {
      chmodSync(path, 0o600);
      return new SigningKey(createPrivateKey(readFileSync(path)));
    } catch (cause) {
      throw new KeyFileError(path, 'read', cause);
    }
  }

  /** Null when the data folder has none. Throws KeyFileError. */
  static find(folder: string, purpose: KeyPurpose): SigningKey | null {
    return existsSync(keyFile(folder, purpose)) ? SigningKey.open(folder, purpose) : null;
  }

  /** A new key that takes the place of the old one once `settle` is called; until then a crash leaves the old one. Throws KeyFileError. */
  static replace(folder: string, purpose: KeyPurpose): { readonly key: SigningKey; readonly settle: () => void } {
    const path = keyFile(folder, purpose);
    const next = `${path}.next`;
    try {
      writeFileSync(next, newKey(), { mode: 0o600 });
      return { key: new SigningKey(createPrivateKey(readFileSync(next))), settle: () => renameSync(next, path) };
    } catch (cause) {
      throw new KeyFileError(next, 'write', cause);
    }
  }

  sign(content: JsonObject): Signature {
    return { algorithm: 'Ed25519', publicKey: this.publicKey, value: sign(null, bytesOf(content), this.#key).toString('base64') };
  }
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

/** Fingerprint that is given as such (64 hexadecimal digits) or as a file with the public key; null when it is neither. `path` is absolute. */
export function fingerprintGiven(given: string, path: string): string | null {
  if (/^[0-9a-f]{64}$/i.test(given)) return given.toLowerCase();
  return existsSync(path) ? keyFingerprint(readFileSync(path, 'utf8')) : null;
}

function keyFile(folder: string, purpose: KeyPurpose): string {
  return join(folder, `${purpose}-key.pem`);
}

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
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
