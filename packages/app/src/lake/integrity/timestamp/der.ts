/** The little of DER (ITU-T X.690) that time stamps need: definite lengths, tags of one byte. */

export interface DerNode {
  readonly tag: number;
  /** With tag and length. */
  readonly whole: Buffer;
  readonly content: Buffer;
}

export const TAG = { boolean: 0x01, integer: 0x02, octets: 0x04, null: 0x05, oid: 0x06, time: 0x18, sequence: 0x30, set: 0x31 } as const;

/** Nodes one after the other; null for anything that is not whole, definite and within its parent. */
export function derNodes(bytes: Buffer): readonly DerNode[] | null {
  const nodes: DerNode[] = [];
  for (let at = 0; at < bytes.length;) {
    const [tag, first] = [bytes[at], bytes[at + 1]];
    if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || first === 0x80 || first > 0x84) return null;
    const more = first < 0x80 ? 0 : first - 0x80;
    if (at + 2 + more > bytes.length) return null;
    const length = more === 0 ? first : bytes.readUIntBE(at + 2, more);
    const start = at + 2 + more;
    if (start + length > bytes.length) return null;
    nodes.push({ tag, whole: bytes.subarray(at, start + length), content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return nodes;
}

/** What a constructed node holds; empty where it holds none, so that looking on finds nothing. */
export function childrenOf(node: DerNode | undefined): readonly DerNode[] {
  return node === undefined || (node.tag & 0x20) === 0 ? [] : (derNodes(node.content) ?? []);
}

export function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const short = length.subarray(length.findIndex((byte) => byte !== 0));
  return Buffer.concat([Buffer.from([tag, 0x80 + short.length]), short, content]);
}

/** Of an integer that is not negative, from its bytes. */
export function derInteger(bytes: Buffer): Buffer {
  const from = bytes.findIndex((byte) => byte !== 0);
  const short = from < 0 ? Buffer.from([0]) : bytes.subarray(from);
  return der(TAG.integer, (short[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), short]) : short);
}

export function derOid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((part) => {
    const groups = [part & 0x7f];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128)) groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return der(TAG.oid, Buffer.from(bytes));
}

/** `1.2.840.113549.1.7.2`; null for what is none. */
export function oidOf(node: DerNode | undefined): string | null {
  if (node?.tag !== TAG.oid || node.content.length === 0 || node.content.length > 64) return null;
  const parts: number[] = [];
  let part = 0;
  for (const byte of node.content) {
    part = part * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    parts.push(part);
    part = 0;
  }
  const [first = 0, ...rest] = parts;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join('.');
}
