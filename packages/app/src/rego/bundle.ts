/** What `opa build -t wasm` writes: a tar.gz with policy.wasm and data.json; or the policy.wasm alone. Source: OPA documentation, "Bundle File Format", read 2026-11-22. */
import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface RegoBundle {
  readonly wasm: Uint8Array;
  /** JSON text. */
  readonly data: string;
}

/** `missing`: there is no such file; `too-large`; `invalid`: it is no bundle; `no-wasm`: it holds Rego that was not compiled. */
export class RegoBundleError extends Error {
  readonly kind: 'missing' | 'too-large' | 'invalid' | 'no-wasm';
  constructor(kind: RegoBundleError['kind'], cause?: unknown) {
    super(kind, { cause });
    this.kind = kind;
  }
}

const MAX_FILE = 32 * 1024 * 1024;
const MAX_UNPACKED = 128 * 1024 * 1024;
const BLOCK = 512;

/** Throws {@link RegoBundleError}. */
export function readBundle(path: string): RegoBundle {
  const bytes = bytesOf(path);
  if (isWasm(bytes)) return { wasm: bytes, data: '{}' };
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) throw new RegoBundleError('invalid');
  const files = filesOf(unpacked(bytes));
  const wasm = [...files].find(([name]) => name.endsWith('.wasm'))?.[1];
  if (!wasm || !isWasm(wasm)) throw new RegoBundleError(files.size > 0 ? 'no-wasm' : 'invalid');
  const data = files.get('data.json');
  return { wasm: Uint8Array.from(wasm), data: data ? new TextDecoder().decode(data) : '{}' };
}

function bytesOf(path: string): Uint8Array {
  try {
    if (statSync(path).size > MAX_FILE) throw new RegoBundleError('too-large');
    return readFileSync(path);
  } catch (error) {
    if (error instanceof RegoBundleError) throw error;
    throw new RegoBundleError('missing', error);
  }
}

function unpacked(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED });
  } catch (error) {
    const isLarge = error instanceof RangeError;
    throw new RegoBundleError(isLarge ? 'too-large' : 'invalid', error);
  }
}

function isWasm(bytes: Uint8Array): boolean {
  return bytes[0] === 0x00 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d;
}

/** Regular files of a tar by name, without the slash at the beginning. Nothing is written anywhere. */
function filesOf(tar: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (let at = 0; at + BLOCK <= tar.length;) {
    const name = textAt(tar, at, 100);
    const size = Number.parseInt(textAt(tar, at + 124, 12).trim() || '0', 8);
    if (name === '' || !Number.isSafeInteger(size) || size < 0) break;
    const type = tar[at + 156];
    // '0' or nothing: a regular file.
    if (type === 0x30 || type === 0) files.set(name.replace(/^(?:\.?\/)+/, ''), tar.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function textAt(bytes: Uint8Array, start: number, length: number): string {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return new TextDecoder('latin1').decode(end === -1 ? field : field.subarray(0, end));
}
