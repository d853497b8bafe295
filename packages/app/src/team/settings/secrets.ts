/**
 * Secrets of settings at rest: AES-256-GCM under a key that is not in the database, so that a stolen backup of it gives none of them away. The name of what
 * a secret belongs to is authenticated with it: a sealed value that is copied into another row does not open.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../errors.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'v1';

/** `v1.NONCE.TAG.TEXT`, in base64url. `purpose` names the place, `setting:oidc`. */
export function sealSecret(key: Uint8Array, purpose: string, secret: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return [VERSION, ...[nonce, cipher.getAuthTag(), text].map((part) => part.toString('base64url'))].join('.');
}

/** Null when it was sealed with another key, for another purpose, or was changed. */
export function openSecret(key: Uint8Array, purpose: string, sealed: string): string | null {
  const [version, ...parts] = sealed.split('.');
  const [nonce, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (version !== VERSION || nonce?.length !== NONCE_BYTES || tag?.length !== TAG_BYTES || !text) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(purpose)).setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/**
 * `given` (32 bytes in base64, KUMOMORI_SECRET_KEY), else `secret.key` in the data folder, made at the first start. Several servers on one PostgreSQL
 * need the same key. Fails with `usage` when it is no key.
 */
export function secretKey(folder: string, given: string | null): Uint8Array {
  if (given !== null) return keyOf(given, 'KUMOMORI_SECRET_KEY');
  const file = join(folder, 'secret.key');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    chmodSync(file, 0o600);
  }
  return keyOf(readFileSync(file, 'utf8'), file);
}

function keyOf(text: string, place: string): Uint8Array {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES) throw new AppError('usage', { message: `${place} is no key: ${KEY_BYTES} bytes in base64` });
  return key;
}
