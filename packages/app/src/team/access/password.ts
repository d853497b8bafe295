/**
 * Passwords of local users: scrypt with N = 2^17, r = 8, p = 1, the minimum that the OWASP Password Storage Cheat Sheet names since 2023 (compared
 * 2026-11-22 with a quotation of it; older versions of the sheet itself, which were read, ask for 2^16). It prefers Argon2id, which not every Node 24 has.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const COST = { N: 2 ** 17, r: 8, p: 1 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;
export const PASSWORD_MIN_LENGTH = 12;
/** Longer ones are refused: hashing them would be work for an attacker's asking. */
export const PASSWORD_MAX_LENGTH = 256;

/** `scrypt$LOG2N$R$P$SALT$KEY`, both in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, COST);
  return ['scrypt', Math.log2(COST.N), COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Takes as long for a user without a password as for one with: nobody learns from the time who exists. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const [scheme, logN = '', r = '', p = '', salt = '', key = ''] = (hash ?? '').split('$');
  if (scheme !== 'scrypt') {
    await derive(password, Buffer.alloc(SALT_BYTES), COST);
    return false;
  }
  const expected = Buffer.from(key, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), { N: 2 ** Number(logN), r: Number(r), p: Number(p) });
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  // Node refuses more than 32 MiB unless told; scrypt takes 128 · N · r bytes.
  const maxmem = 256 * cost.N * cost.r;
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { ...cost, maxmem }, (error, key) => (error ? reject(error) : resolve(key))),
  );
}
