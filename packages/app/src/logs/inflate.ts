/** Stored bytes of a log object → what they hold, bounded: gzip (also of several members), zstd, or plain. */
import { constants, gunzipSync, zstdDecompressSync } from 'node:zlib';

export type ObjectForm = 'gzip' | 'zstd' | 'parquet' | 'plain';

/** Where the stored bytes stop making sense, and why. `offset` counts stored bytes from the beginning. */
export interface ObjectFault {
  readonly kind: 'corrupt' | 'truncated' | 'too-large' | 'bomb' | 'unreadable' | 'binary';
  readonly offset: number | null;
}

export interface InflateLimits {
  /** Bytes an object may have once inflated. */
  readonly maxBytes: number;
  /** How many times its stored size an object may have once inflated; asked only beyond `RATIO_FREE_BYTES`. */
  readonly maxRatio: number;
}

/** Logs shrink to a seventh, very uniform ones to a hundredth; deflate can reach 1,032. */
export const INFLATE_LIMITS: InflateLimits = { maxBytes: 256 * 1024 * 1024, maxRatio: 250 };
/** Small objects may be as uniform as they like. */
const RATIO_FREE_BYTES = 16 * 1024 * 1024;

/** By the first bytes, never by name. */
export function formOf(bytes: Uint8Array): ObjectForm {
  const [a, b, c, d] = bytes;
  if (a === 0x1f && b === 0x8b) return 'gzip';
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) return 'zstd';
  if (a === 0x50 && b === 0x41 && c === 0x52 && d === 0x31) return 'parquet';
  return 'plain';
}

/**
 * All that can be read: of a damaged object what stands before the damage, of one beyond the limits nothing. O(inflated bytes); a damaged
 * object is inflated about twenty times to find the place.
 */
export function inflate(
  bytes: Uint8Array,
  { maxBytes, maxRatio }: InflateLimits = INFLATE_LIMITS,
): { readonly bytes: Uint8Array; readonly fault: ObjectFault | null } {
  const form = formOf(bytes);
  if (form === 'plain' || form === 'parquet')
    return bytes.length > maxBytes ? { bytes: NOTHING, fault: { kind: 'too-large', offset: null } } : { bytes, fault: null };
  const byRatio = Math.max(RATIO_FREE_BYTES, bytes.length * maxRatio);
  const limit = Math.min(maxBytes, byRatio);
  const tooMuch = { bytes: NOTHING, fault: { kind: byRatio < maxBytes ? 'bomb' : 'too-large', offset: null } } as const;
  const whole = attempt(form, bytes, { limit, isWhole: true });
  if (whole === 'too-large') return tooMuch;
  if (whole !== 'corrupt') return { bytes: whole, fault: null };
  const start = attempt(form, bytes, { limit, isWhole: false });
  if (start === 'too-large') return tooMuch;
  if (start !== 'corrupt') return { bytes: start, fault: { kind: 'truncated', offset: bytes.length } };
  return beforeDamage(form, bytes, limit);
}

const NOTHING = new Uint8Array(0);

/** The longest beginning that inflates; whether one does only changes once along the bytes, so that halving finds it. */
function beforeDamage(
  form: 'gzip' | 'zstd',
  bytes: Uint8Array,
  limit: number,
): { readonly bytes: Uint8Array; readonly fault: ObjectFault } {
  let [good, bad]: [number, number] = [0, bytes.length];
  let found: Uint8Array = NOTHING;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    const result = attempt(form, bytes.subarray(0, middle), { limit, isWhole: false });
    if (result === 'too-large') return { bytes: NOTHING, fault: { kind: 'bomb', offset: null } };
    if (result === 'corrupt') bad = middle;
    else [good, found] = [middle, result];
  }
  return { bytes: found, fault: { kind: 'corrupt', offset: good } };
}

function attempt(
  form: 'gzip' | 'zstd',
  bytes: Uint8Array,
  { limit, isWhole }: { readonly limit: number; readonly isWhole: boolean },
): Uint8Array | 'too-large' | 'corrupt' {
  try {
    if (form === 'gzip')
      return gunzipSync(bytes, {
        ...{ maxOutputLength: limit, chunkSize: Math.max(MIN_ROOM, Math.min(limit, roomFor(bytes))) },
        finishFlush: isWhole ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
      });
    return zstdDecompressSync(bytes, {
      maxOutputLength: limit,
      finishFlush: isWhole ? constants.ZSTD_e_end : constants.ZSTD_e_flush,
    });
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : 'corrupt';
  }
}

const MIN_ROOM = 1024;
const MAX_ROOM = 32 * 1024 * 1024;
/** What deflate can make of one byte (RFC 1951), rounded up. */
const MAX_DEFLATE_RATIO = 1033;

/**
 * Room for what a gzip of one member holds, so that it is inflated in one piece: its last four bytes tell the size (RFC 1952, ISIZE). A hint and
 * no limit: what they say may be wrong, then it takes more pieces.
 */
function roomFor(bytes: Uint8Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(-4);
  const told = a + b * 0x100 + c * 0x10000 + d * 0x1000000;
  return Math.min(told + 64, bytes.length * MAX_DEFLATE_RATIO, MAX_ROOM);
}
