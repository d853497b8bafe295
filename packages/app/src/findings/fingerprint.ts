import { createHash } from 'node:crypto';

/** 32 hexadecimal digits from check and resource identity; lines, messages and times do not go in (contracts.md §2). */
export function fingerprintOf(checkId: string, identity: string): string {
  return createHash('sha256').update(`${checkId}\n${identity}`).digest('hex').slice(0, 32);
}
