import { hash } from 'node:crypto';

/** 32 hexadecimal digits from check and resource identity; lines, messages and times do not go in (contracts.md §2). */
export function fingerprintOf(checkId: string, identity: string): string {
  return hash('sha256', `${checkId}\n${identity}`).slice(0, 32);
}
