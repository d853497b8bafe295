/** Files of one JSON document a line, read piece by piece. */
import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const PIECE = 1 << 20;

/** Lines of a file that our own process wrote a moment ago: their type is what it wrote. */
export function* linesOf<Line>(file: string): Generator<Line> {
  const handle = openSync(file, 'r');
  const decoder = new StringDecoder('utf8');
  const piece = Buffer.allocUnsafe(PIECE);
  let rest = '';
  try {
    for (let size = readSync(handle, piece, 0, PIECE, null); size > 0; size = readSync(handle, piece, 0, PIECE, null)) {
      const lines = (rest + decoder.write(piece.subarray(0, size))).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield JSON.parse(line);
    }
  } finally {
    closeSync(handle);
  }
}
