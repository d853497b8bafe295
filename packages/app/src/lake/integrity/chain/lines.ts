/** Files that only grow, one entry a line. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const CHUNK = 1024 * 1024;
const NEWLINE = 10;

/** The complete lines of a file, without their ends; what follows the last newline is an unfinished write. A file that is not there has none. */
export function* linesOf(path: string): Generator<Buffer> {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return;
  }
  try {
    let rest: Buffer = Buffer.alloc(0);
    const size = fstatSync(file).size;
    for (let offset = 0; offset < size;) {
      const chunk = Buffer.alloc(Math.min(CHUNK, size - offset));
      const read = readSync(file, chunk, 0, chunk.length, offset);
      if (read === 0) break;
      offset += read;
      rest = rest.length === 0 ? chunk.subarray(0, read) : Buffer.concat([rest, chunk.subarray(0, read)]);
      let from = 0;
      for (let end = rest.indexOf(NEWLINE); end !== -1; end = rest.indexOf(NEWLINE, from)) {
        yield rest.subarray(from, end);
        from = end + 1;
      }
      rest = rest.subarray(from);
    }
  } finally {
    closeSync(file);
  }
}
