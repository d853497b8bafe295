/** When a collection ends: many small members become few large ones, which are a tenth of the size and fifty times as fast to read. */
import { closeSync, constants, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { writeError } from './errors.ts';
import { MAX_PIECE } from './lines.ts';
import { HEADER_BYTES, headOf, memberOf } from './member.ts';

/** Text of one member. */
const GOAL = 1024 * 1024;
export const DRAFT = '.compacting.tmp';

/** Writes the file anew when that is worth it. Line numbers stay. Returns the number of records it holds. Throws SnapshotError. */
export function compactFile(folder: string, path: string): number {
  const file = join(folder, path);
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  const draft = join(folder, DRAFT);
  try {
    const members = membersIn(descriptor);
    const records = members.reduce((sum, { lines }) => sum + lines, 0);
    const bytes = members.reduce((sum, each) => sum + each.bytes, 0);
    if (members.length < 2 || bytes / members.length > GOAL / 8 || !rewrite(descriptor, members, draft)) return records;
    renameSync(draft, file);
    return records;
  } catch (cause) {
    throw writeError(file, cause);
  } finally {
    closeSync(descriptor);
    rmSync(draft, { force: true });
  }
}

interface Member {
  readonly at: number;
  readonly bytes: number;
  readonly lines: number;
}

/** Empty when anything but whole members of ours is in the file. */
function membersIn(descriptor: number): readonly Member[] {
  const { size } = fstatSync(descriptor);
  const members: Member[] = [];
  const head = Buffer.alloc(HEADER_BYTES);
  for (let at = 0; at < size;) {
    const read = readSync(descriptor, head, 0, HEADER_BYTES, at) === HEADER_BYTES ? headOf(head) : null;
    if (!read || at + read.bytes > size) return [];
    members.push({ at, ...read });
    at += read.bytes;
  }
  return members;
}

/** False when a member is damaged: then the file stays as it is. */
function rewrite(descriptor: number, members: readonly Member[], draft: string): boolean {
  const out = openSync(draft, 'w', 0o600);
  try {
    let texts: Buffer[] = [];
    let length = 0;
    let lines = 0;
    const flush = (): void => {
      if (lines > 0) writeSync(out, memberOf(Buffer.concat(texts), lines));
      [texts, length, lines] = [[], 0, 0];
    };
    for (const member of members) {
      const text = inflate(descriptor, member);
      if (!text) return false;
      if (length + text.length > GOAL) flush();
      texts.push(text);
      length += text.length;
      lines += member.lines;
    }
    flush();
    // The file that it replaces was on the disk long ago.
    fsyncSync(out);
    return true;
  } finally {
    closeSync(out);
  }
}

function inflate(descriptor: number, { at, bytes }: Member): Buffer | null {
  const member = Buffer.alloc(bytes);
  readSync(descriptor, member, 0, bytes, at);
  try {
    return gunzipSync(member, { maxOutputLength: MAX_PIECE });
  } catch {
    return null;
  }
}
