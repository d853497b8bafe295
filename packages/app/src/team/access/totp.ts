/** Codes of authenticator apps: TOTP (RFC 6238) over HOTP (RFC 4226), HMAC-SHA-1, 6 digits, 30 seconds, which is what all apps know. Pure. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const STEP_SECONDS = 30;
const DIGITS = 6;
/** Clocks of telephones are off by this many steps at most (RFC 6238 §5.2 advises one). */
const DRIFT_STEPS = 1;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4226 §5.3. */
export function hotp(secret: Uint8Array, counter: number, digits: number = DIGITS): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', secret).update(message).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

export interface TotpAttempt {
  readonly code: string;
  readonly now: Date;
  /** The step of the last code that was taken; that one and earlier ones are refused (RFC 6238 §5.2). */
  readonly lastStep: number | null;
}

/** The step the code belongs to; null when it is wrong, too old, too new, or was used. */
export function totpStep(secret: Uint8Array, { code, now, lastStep }: TotpAttempt): number | null {
  const given = Buffer.from(code.replace(/\s/gu, ''));
  if (given.length !== DIGITS) return null;
  const current = Math.floor(now.getTime() / 1000 / STEP_SECONDS);
  let found: number | null = null;
  // All of them, so that the time says nothing.
  for (let step = current - DRIFT_STEPS; step <= current + DRIFT_STEPS; step++)
    if (timingSafeEqual(Buffer.from(hotp(secret, step)), given) && step > (lastStep ?? -1)) found ??= step;
  return found;
}

/** What an app reads from a QR code or a link (Key Uri Format of Google Authenticator). */
export function otpauthUri(secret: Uint8Array, account: string): string {
  const issuer = 'kumomori';
  const query = `secret=${base32(secret)}&issuer=${issuer}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_SECONDS}`;
  return `otpauth://totp/${issuer}:${encodeURIComponent(account)}?${query}`;
}

/** RFC 4648 §6, without padding. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(value >> bits) & 31];
    }
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text;
}
