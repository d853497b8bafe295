/** Small databases of addresses in MaxMind's format: one record for each prefix of IPv4. */

export type MmdbValue = string | number | boolean | { readonly [key: string]: MmdbValue };

/** Records of 24 bits; numbers become doubles unless they are whole. Prefixes must not overlap. */
export function mmdbFile(records: Readonly<Record<string, MmdbValue>>): Buffer {
  const data: Buffer[] = [];
  let size = 0;
  // Nodes as pairs; a negative number is a place in the data, null is nothing.
  const nodes: [Child, Child][] = [[null, null]];
  for (const [prefix, value] of Object.entries(records)) {
    const [address = '', length = '32'] = prefix.split('/');
    const bits = address
      .split('.')
      .map((part) => Number(part).toString(2).padStart(8, '0'))
      .join('')
      .slice(0, Number(length));
    insert(nodes, bits, { data: size });
    const bytes = encoded(value);
    data.push(bytes);
    size += bytes.length;
  }
  const tree = Buffer.alloc(nodes.length * 6);
  for (const [index, children] of nodes.entries())
    for (const [side, child] of children.entries()) {
      const number = child === null ? nodes.length : typeof child === 'number' ? child : nodes.length + 16 + child.data;
      tree.writeUIntBE(number, index * 6 + side * 3, 3);
    }
  const metadata = encoded({ node_count: nodes.length, record_size: 24, ip_version: 4, database_type: 'Test' });
  return Buffer.concat([tree, Buffer.alloc(16), ...data, Buffer.from('\u00ab\u00cd\u00efMaxMind.com', 'latin1'), metadata]);
}

type Child = number | null | { readonly data: number };

function insert(nodes: [Child, Child][], bits: string, leaf: Child): void {
  let at = 0;
  for (const [index, bit] of [...bits].entries()) {
    const node = nodes[at];
    if (!node) return;
    const side = bit === '1' ? 1 : 0;
    const next = node[side];
    if (index === bits.length - 1) node[side] = leaf;
    else if (typeof next === 'number') at = next;
    else {
      nodes.push([null, null]);
      at = nodes.length - 1;
      node[side] = at;
    }
  }
}

function encoded(value: MmdbValue): Buffer {
  if (typeof value === 'string') return Buffer.concat([control(2, Buffer.byteLength(value)), Buffer.from(value)]);
  if (typeof value === 'boolean') return Buffer.from([value ? 1 : 0, 7]);
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(Number.isInteger(value) ? 4 : 8);
    if (Number.isInteger(value)) bytes.writeUInt32BE(value);
    else bytes.writeDoubleBE(value);
    return Buffer.concat([control(Number.isInteger(value) ? 6 : 3, bytes.length), bytes]);
  }
  const entries = Object.entries(value);
  return Buffer.concat([control(7, entries.length), ...entries.flatMap(([key, member]) => [encoded(key), encoded(member)])]);
}

function control(type: number, size: number): Buffer {
  return size < 29 ? Buffer.from([(type << 5) | size]) : Buffer.from([(type << 5) | 29, size - 29]);
}
