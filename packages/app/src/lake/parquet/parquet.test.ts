/** What is written is what another implementation (DuckDB) reads: values of every kind of column, and what the file says about them. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { Engine, ResultRow } from '../engine.ts';
import { openEngine, quoted } from '../engine.ts';
import type { Column, Columns } from '../schema.ts';
import type { ColumnData, Leaf, Value } from './index.ts';
import { ChunkWriter, fileSchema, ParquetFile } from './index.ts';

// Nothing else of the application is read: this is quick.
const inFolder = async (use: (folder: string) => Promise<void> | void): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'kumomori-test-'));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

let engine: Engine;
before(async () => {
  engine = await openEngine({ temporary: '/nowhere', threads: 1 });
});
after(() => engine.close());

type Cell = Value | null | readonly Cell[] | { readonly [name: string]: Cell };
type Row = Readonly<Record<string, Cell>>;

interface Sheet {
  readonly columns: Columns;
  readonly rows: readonly Row[];
  readonly raw: readonly string[];
  /** Numbers of rows in the order of the file, group by group. */
  readonly groups: readonly (readonly number[])[];
  /** Each value has a number of its own, though others are equal. */
  readonly areNumbersUnique: boolean;
}

const text = fc.oneof(
  fc.constantFrom('RunInstances', 'GetObject', 'é', '雲守', '𠮷野家', '\u0000', '￿'),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', minLength: 60, maxLength: 70 }),
);
const values: Readonly<Record<Leaf['type'], fc.Arbitrary<Value>>> = {
  text,
  integer: fc.oneof(fc.maxSafeInteger(), fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0, -1, 2 ** 32, -(2 ** 32) - 1)),
  number: fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(5e-324, -1.5)).map((value) => value + 0),
  boolean: fc.boolean(),
};

interface Drawn {
  readonly column: Column;
  readonly cell: fc.Arbitrary<Cell>;
}

const plainLeaf: fc.Arbitrary<Drawn> = fc
  .constantFrom<Leaf['type']>('text', 'integer', 'number', 'boolean')
  .map((type) => ({ column: { kind: 'leaf', type }, cell: fc.option(values[type], { freq: 3 }) }));
const texts: Drawn = {
  column: { kind: 'leaf', type: 'texts' },
  // A list without elements is written as none.
  cell: fc.option(fc.array(fc.option(text), { minLength: 1, maxLength: 3 })),
};
const membersOf = (member: fc.Arbitrary<Drawn>): fc.Arbitrary<readonly (readonly [string, Drawn])[]> =>
  fc.array(member, { minLength: 1, maxLength: 3 }).map((drawn) => drawn.map((each, index) => [`m${index}`, each] as const));
const rowOf = (members: readonly (readonly [string, Drawn])[]): fc.Arbitrary<Row> =>
  fc.record(Object.fromEntries(members.map(([name, { cell }]) => [name, cell])), { noNullPrototype: true });
const columnsOf = (members: readonly (readonly [string, Drawn])[]): Columns => new Map(members.map(([name, { column }]) => [name, column]));
const structOf = (member: fc.Arbitrary<Drawn>): fc.Arbitrary<Drawn> =>
  membersOf(member).map((members) => ({ column: { kind: 'struct', fields: columnsOf(members) }, cell: rowOf(members) }));
const listOf = (member: fc.Arbitrary<Drawn>): fc.Arbitrary<Drawn> =>
  membersOf(member).map((members) => ({
    column: { kind: 'list', of: columnsOf(members) },
    cell: fc.option(fc.array(rowOf(members), { minLength: 1, maxLength: 3 })),
  }));
const anyColumn = fc.oneof(plainLeaf, fc.constant(texts), listOf(fc.oneof(plainLeaf, structOf(plainLeaf))));
const drawnColumns = membersOf(fc.oneof(anyColumn, structOf(anyColumn), structOf(structOf(anyColumn))));

const sheets: fc.Arbitrary<Sheet> = drawnColumns.chain((members) =>
  fc
    .record({
      kinds: fc.array(rowOf(members), { minLength: 1, maxLength: 20 }),
      times: fc.constantFrom(1, 2, 60),
      raw: fc.array(text, { minLength: 1, maxLength: 5 }),
      areNumbersUnique: fc.boolean(),
    })
    .map(({ kinds, times, raw, areNumbersUnique }) => {
      const rows = Array.from({ length: times }, () => kinds).flat();
      const order = rows.map((_, index) => (index * 7 + 3) % rows.length);
      const first = Math.ceil(order.length / 3);
      const groups = [order.slice(0, first), order.slice(first)].filter((group) => group.length > 0);
      return { columns: columnsOf(members), rows, raw: rows.map((_, index) => raw[index % raw.length] ?? ''), groups, areNumbersUnique };
    }),
);

test('rows of any columns are read back by another implementation as they were, and so are their bounds', async () => {
  await inFolder(async (folder) => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(sheets, async (sheet) => {
        const path = join(folder, `${(count += 1)}.parquet`);
        write(path, sheet);
        const found = await engine.rows(`SELECT * FROM read_parquet(${quoted(path)})`);
        const order = sheet.groups.flat();
        assert.deepEqual(
          found.map((row) => asWritten(row)),
          order.map((row) => ({ ...sheet.rows[row], unmapped: null, raw_data: sheet.raw[row] === '' ? null : sheet.raw[row] })),
        );
        await assertBounds(path, sheet);
      }),
      { numRuns: 40 },
    );
  });
});

test('texts too long for a page, a dictionary or a bound are all there, and a condition finds each', async () => {
  const long = (index: number): string => `${index}-${'雲'.repeat(index % 50 === 0 ? 3000 : 30)}`;
  const rows = Array.from({ length: 20_000 }, (_, index): Row => ({ long: long(index), twice: long(index % 9000), id: index }));
  const columns: Columns = new Map<string, Column>([
    ['long', { kind: 'leaf', type: 'text' }],
    ['twice', { kind: 'leaf', type: 'text' }],
    ['id', { kind: 'leaf', type: 'integer' }],
  ]);
  await inFolder(async (folder) => {
    const path = join(folder, 'a.parquet');
    write(path, {
      columns,
      rows,
      raw: rows.map(({ long: each }) => String(each)),
      groups: [rows.map((_, index) => index)],
      areNumbersUnique: false,
    });
    const from = `FROM read_parquet(${quoted(path)})`;
    const [found] = await engine.rows(`SELECT count(*)::INTEGER AS n, count(DISTINCT long)::INTEGER AS longs,
      count(*) FILTER (long = raw_data)::INTEGER AS same, count(*) FILTER (twice = (id % 9000) || substr(twice, instr(twice, '-')))::INTEGER AS twices ${from}`);
    assert.deepEqual(found, { n: 20_000, longs: 20_000, same: 20_000, twices: 20_000 });
    for (const id of [0, 8999, 19_999]) {
      const [one] = await engine.rows(`SELECT id::INTEGER AS id ${from} WHERE long = ${quoted(long(id))}`);
      assert.deepEqual(one, { id });
    }
  });
});

test('half a surrogate becomes the sign for what cannot be read', async () => {
  const columns: Columns = new Map<string, Column>([['name', { kind: 'leaf', type: 'text' }]]);
  await inFolder(async (folder) => {
    const path = join(folder, 'a.parquet');
    write(path, { columns, rows: [{ name: 'a\uD800' }], raw: ['{}'], groups: [[0]], areNumbersUnique: false });
    assert.deepEqual(await engine.rows(`SELECT name FROM read_parquet(${quoted(path)})`), [{ name: 'a\uFFFD' }]);
  });
});

test('a whole number that would be written as another one is refused', async () => {
  const columns: Columns = new Map<string, Column>([['count', { kind: 'leaf', type: 'integer' }]]);
  await inFolder((folder) => {
    const sheet = { columns, rows: [{ count: 2 ** 60 }], raw: ['{}'], groups: [[0]], areNumbersUnique: false };
    assert.throws(() => write(join(folder, 'a.parquet'), sheet), RangeError);
  });
});

function write(path: string, { columns, rows, raw, groups, areNumbersUnique }: Sheet): void {
  const schema = fileSchema(columns, ['unmapped', 'raw_data']);
  const data = schema.leaves.map((leaf): ColumnData => {
    if (leaf.name === 'unmapped') return { kind: 'none' };
    if (leaf.name === 'raw_data') return rawOf(raw);
    if (leaf.shape === 'list') return { kind: 'lists', listOf: (row) => listAt(rows[row] ?? null, leaf) };
    return numbered(
      rows.map((row) => plain(at(row, leaf.path))),
      areNumbersUnique,
    );
  });
  const file = new ParquetFile(path, schema);
  const writer = new ChunkWriter();
  for (const group of groups) file.addRows(writer, data, Int32Array.from(group));
  file.end();
}

function rawOf(raw: readonly string[]): ColumnData {
  const pieces = raw.map((each) => Buffer.from(each));
  const none = Buffer.alloc(0);
  return {
    kind: 'bytes',
    bytesOf: (row) => pieces[row] ?? none,
    from: new Float64Array(raw.length),
    to: Float64Array.from(pieces, ({ length }) => length),
  };
}

function numbered(cells: readonly (Value | null)[], areNumbersUnique: boolean): ColumnData {
  const known = new Map<Value, number>();
  const all: Value[] = [];
  const ids = Int32Array.from(cells, (value) => {
    if (value === null) return -1;
    const id = areNumbersUnique ? undefined : known.get(value);
    if (id !== undefined) return id;
    known.set(value, all.length);
    return all.push(value) - 1;
  });
  return { kind: 'ids', ids, values: all };
}

function at(cell: Cell | undefined, path: readonly string[]): Cell {
  let found: Cell = cell ?? null;
  for (const name of path)
    found = found !== null && typeof found === 'object' && !Array.isArray(found) ? ((found as Row)[name] ?? null) : null;
  return found;
}

function plain(cell: Cell): Value | null {
  return typeof cell === 'object' ? null : cell;
}

/** `resources.list.element.uid`: the values of the elements. */
function listAt(row: Cell, { path }: Leaf): readonly (Value | null)[] | null {
  const place = path.indexOf('list');
  const list = at(row, path.slice(0, place));
  return Array.isArray(list) ? list.map((each: Cell) => plain(at(each, path.slice(place + 2)))) : null;
}

/** Integers of 64 bits come as bigint. */
function asWritten(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(asWritten);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asWritten(each)]));
  return value;
}

/** What the footer says of each column of each group: how many values are missing, the least, the greatest. */
async function assertBounds(path: string, { columns, rows, groups }: Sheet): Promise<void> {
  const told = await engine.rows(`SELECT row_group_id::INTEGER AS row_group, path_in_schema AS path, stats_null_count::INTEGER AS nulls,
    stats_min_value AS least, stats_max_value AS greatest FROM parquet_metadata(${quoted(path)})`);
  for (const leaf of fileSchema(columns, []).leaves) {
    if (leaf.shape === 'list') continue;
    for (const [group, order] of groups.entries()) {
      const cells = order.map((row) => plain(at(rows[row], leaf.path)));
      const present = cells.filter((cell) => cell !== null);
      const found = told.find((each) => each['row_group'] === group && String(each['path']).replaceAll(', ', '.') === leaf.path.join('.'));
      assert.equal(found?.['nulls'], cells.length - present.length);
      assertBoundsOf(found, present, leaf);
    }
  }
}

function assertBoundsOf(found: ResultRow | undefined, present: readonly Value[], { type }: Leaf): void {
  const [least, greatest] = [found?.['least'], found?.['greatest']];
  if (type === 'integer' && present.length > 0)
    assert.deepEqual([least, greatest], [Math.min(...present.map(Number)), Math.max(...present.map(Number))].map(String));
  if (type !== 'text' || least === null || least === undefined) return;
  const sorted = present.map((value) => Buffer.from(String(value))).sort((a, b) => Buffer.compare(a, b));
  const blob = (bytes: Buffer | undefined): string => bytes?.toString() ?? '';
  assert.deepEqual([least, greatest], [blob(sorted[0]), blob(sorted.at(-1))]);
}
