/** A log object → its bytes and its text, within limits; what stands before a fault is kept and the fault is told. */
import { isAscii } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Diagnostic } from '@kumomori/model';
import type { LogCharacters } from '@kumomori/parsers';
import { decode } from '../files/index.ts';
import type { Messages } from '../i18n/index.ts';
import type { InflateLimits, ObjectFault, ObjectForm } from './inflate.ts';
import { formOf, inflate, INFLATE_LIMITS } from './inflate.ts';
import type { LogObject } from './list-objects.ts';

export interface StoredObject {
  readonly bytes: Uint8Array;
  readonly form: ObjectForm;
  readonly fault: ObjectFault | null;
}

export interface ObjectText {
  /** '' where nothing could be read, and for Parquet. */
  readonly text: string;
  readonly form: ObjectForm;
  readonly storedBytes: number;
  readonly inflatedBytes: number;
  readonly fault: ObjectFault | null;
}

/** Larger files are not read into memory: no log service delivers them. */
const MAX_STORED_BYTES = 1024 * 1024 * 1024;

/** The file as it is stored. Never throws: what cannot be read is a fault. */
export function readStored({ file }: LogObject): StoredObject {
  const empty = new Uint8Array(0);
  if (file === null) return { bytes: empty, form: 'plain', fault: { kind: 'unreadable', offset: null } };
  let descriptor: number | null = null;
  try {
    descriptor = openSync(file, 'r');
    const status = fstatSync(descriptor);
    if (!status.isFile()) return { bytes: empty, form: 'plain', fault: { kind: 'unreadable', offset: null } };
    if (status.size > MAX_STORED_BYTES) return { bytes: empty, form: 'plain', fault: { kind: 'too-large', offset: null } };
    const bytes = new Uint8Array(status.size);
    let at = 0;
    for (let count = 1; at < bytes.length && count > 0; at += count) count = readSync(descriptor, bytes, at, bytes.length - at, at);
    const read = bytes.subarray(0, at);
    return { bytes: read, form: formOf(read), fault: null };
  } catch {
    return { bytes: empty, form: 'plain', fault: { kind: 'unreadable', offset: null } };
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** Reads, inflates, decodes (UTF-8, or UTF-16 with its mark). Synchronous: for workers and short runs. Never throws. */
export function readObjectText(object: LogObject, limits: InflateLimits = INFLATE_LIMITS): ObjectText {
  const stored = readStored(object);
  return textOf(stored, limits);
}

/** The same for bytes that are in memory already. */
export function textOf(stored: StoredObject, limits: InflateLimits = INFLATE_LIMITS): ObjectText {
  const { characters, done, ...rest } = charactersOf(stored, limits);
  const text = characters.slice(0);
  done();
  return { text, ...rest };
}

/** What a text is read from, part by part; nothing after `done`. */
interface ObjectCharacters extends Omit<ObjectText, 'text'> {
  readonly characters: LogCharacters;
  readonly done: () => void;
}

/** The same without making one text of it where it is ASCII, as logs nearly always are: that would be as large again, and stay for long. */
export function charactersOf(stored: StoredObject, limits: InflateLimits = INFLATE_LIMITS): ObjectCharacters {
  const { form } = stored;
  const nothing = { characters: '', form, storedBytes: stored.bytes.length, inflatedBytes: 0, done: () => undefined };
  if (stored.fault || form === 'parquet') return { ...nothing, fault: stored.fault };
  const { bytes, fault } = inflate(stored.bytes, limits);
  const told = { ...nothing, inflatedBytes: bytes.length, fault };
  const isOwn = bytes.buffer !== stored.bytes.buffer;
  if (bytes.length > 0 && isAscii(bytes) && !bytes.includes(0))
    return { ...told, characters: asciiCharacters(bytes), done: () => (isOwn ? letGo(bytes) : undefined) };
  const decoded = decode(bytes);
  if (isOwn) letGo(bytes);
  if (decoded.kind === 'binary') return { ...nothing, fault: fault ?? { kind: 'binary', offset: null } };
  return { ...told, characters: decoded.text };
}

function asciiCharacters(bytes: Uint8Array): LogCharacters {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return { length: bytes.length, slice: (from, to) => buffer.toString('latin1', from, to) };
}

/** Memory of inflated bytes goes back at once: megabytes for each object, which the collector would find much later. */
function letGo({ buffer, byteLength }: Uint8Array): void {
  // Small ones may share their memory with other buffers.
  if (buffer instanceof ArrayBuffer && byteLength > Buffer.poolSize && !buffer.detached) buffer.transfer(0);
}

/** Standard input, all of it; ends with a fault when there is more than the limit. */
export async function readStream(stream: AsyncIterable<Uint8Array>, maxBytes = INFLATE_LIMITS.maxBytes): Promise<StoredObject> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.length;
    if (length > maxBytes) return { bytes: new Uint8Array(0), form: 'plain', fault: { kind: 'too-large', offset: maxBytes } };
    pieces.push(piece);
  }
  const bytes = Buffer.concat(pieces);
  return { bytes, form: formOf(bytes), fault: null };
}

/** The fault in words; a warning where something was read nevertheless. */
export function faultDiagnostic(path: string, { kind, offset }: ObjectFault, messages: Messages): Diagnostic {
  const at = offset === null ? '' : ` (${messages.logs.atByte(offset)})`;
  const severity = kind === 'corrupt' || kind === 'truncated' ? 'warning' : 'error';
  return { severity, file: path, line: null, column: null, code: `log-${kind}`, message: `${messages.logs.faults[kind]}${at}` };
}
