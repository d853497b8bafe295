/** A text or bytes in memory → an object, written when its turn comes. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { ListedObject } from './spool.ts';

/** `identity`: null for what is known by its content alone. */
export function memoryObject(path: string, bytes: Uint8Array, identity: string | null): ListedObject {
  return {
    ...{ path, sizeBytes: bytes.length, identity },
    async bring(file) {
      writeFileSync(file, bytes, { mode: 0o600 });
      return { path, file, sizeBytes: bytes.length, ...(identity !== null && { identity }) };
    },
  };
}

/** Of a message that holds records itself: the same message with the same content is the same object. */
export function messageIdentity(path: string, body: string): string {
  return `${path} ${createHash('sha256').update(body).digest('base64url').slice(0, 22)} ${body.length}`;
}
