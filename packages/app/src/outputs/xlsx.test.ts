import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { workbook } from './xlsx.ts';
import type { CellValue, Sheet, SheetColumn } from './xlsx.ts';

function partsOf(...sheets: readonly Sheet[]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(workbook({ sheets }))).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

function sheetOf(
  rows: readonly (readonly CellValue[])[],
  columns: readonly SheetColumn[] = [{ name: 'principal' }, { name: 'events' }],
): string {
  return partsOf({ name: 'Timeline', columns, rows })['xl/worksheets/sheet1.xml'] ?? '';
}

function cellAt(sheet: string, at: string): string | null {
  return new RegExp(`<c r="${at}".*?</c>`, 's').exec(sheet)?.[0] ?? null;
}

describe('a workbook', () => {
  test('has a type for each cell: text, number, time in UTC, yes or no, nothing', () => {
    const columns = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ name }));
    const sheet = sheetOf([['0042', 42.5, new Date('2026-11-01T12:00:00Z'), true, null, Number.NaN]], columns);
    const cells = [
      '<c r="A2" t="inlineStr"><is><t xml:space="preserve">0042</t></is></c>',
      '<c r="B2"><v>42.5</v></c>',
      '<c r="C2" s="2"><v>46327.5</v></c>',
      '<c r="D2" t="b"><v>1</v></c>',
    ];
    assert.ok(sheet.includes(`<row r="2">${cells.join('')}</row>`), sheet);
  });

  test('never holds a formula, and what looks like one stays a text when it is edited', () => {
    for (const text of ['=HYPERLINK("https://example.com")', '+1', '-2+3', '@SUM(A1)', '\t=1', '＝1', '|cmd', '%0A=1']) {
      const cell = cellAt(sheetOf([[text, 1]]), 'A2') ?? '';
      assert.match(cell, /t="inlineStr" s="4"/, text);
    }
    assert.ok(!sheetOf([['=1', 1]]).includes('<f'));
  });

  test('writes any text so that XML holds it', () => {
    const cell = cellAt(sheetOf([['<b>&"\u0000\u202egpj.exe\ud800 _x000D_\r\n注文 🐟', 1]]), 'A2') ?? '';
    assert.match(cell, /<t xml:space="preserve">&lt;b&gt;&amp;&quot;gpj\.exe\ufffd _x005F_x000D__x000D_\n注文 🐟<\/t>/);
    const long = cellAt(sheetOf([['e'.repeat(40_000), 1]]), 'A2') ?? '';
    assert.equal(/>(e+…)</.exec(long)?.[1]?.length, 32_767);
  });

  test('freezes and filters the first row, and is as wide as what stands in it', () => {
    const sheet = sheetOf([
      ['arn:aws:iam::123456789012:user/orders', 1],
      ['注文の管理者', 22],
    ]);
    assert.match(sheet, /<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"\/>/);
    assert.match(sheet, /<autoFilter ref="A1:B3"\/>/);
    assert.match(sheet, /<col min="1" max="1" width="38" customWidth="1"\/><col min="2" max="2" width="9"/);
    assert.match(sheet, /<row r="1"><c r="A1" t="inlineStr" s="1">/);
    assert.match(sheetOf([['注文'.repeat(10), 1]]), /<col min="1" max="1" width="41"/);
    assert.match(sheetOf([['a\nb', 1]], [{ name: 'why', width: 70, wrap: true }]), /width="70".*<c r="A2" t="inlineStr" s="3">/s);
  });

  test('names its columns past Z', () => {
    const columns = Array.from({ length: 703 }, (_, index) => ({ name: `c${index}` }));
    const sheet = sheetOf([], columns);
    for (const at of ['Z1', 'AA1', 'ZZ1', 'AAA1']) assert.ok(cellAt(sheet, at), at);
  });

  test('has one sheet for each, with names that a spreadsheet takes', () => {
    const named = (name: string): Sheet => ({ name, columns: [{ name: 'a' }], rows: [] });
    const parts = partsOf(named("a/b:c'"), named('A b c'), named(''), named('n'.repeat(40)), named('N'.repeat(40)), named('<&>'));
    const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
    assert.deepEqual(names, ['a b c', 'A b c (2)', 'sheet', 'n'.repeat(31), `${'N'.repeat(27)} (2)`, '&lt;&amp;&gt;']);
    assert.equal(Object.keys(parts).filter((path) => path.startsWith('xl/worksheets/')).length, 6);
    assert.match(parts['[Content_Types].xml'] ?? '', /\/xl\/worksheets\/sheet6\.xml/);
    assert.throws(() => workbook({ sheets: [] }), RangeError);
  });

  test('is the same bytes for the same content', () => {
    const make = (): Uint8Array => workbook({ sheets: [{ name: 'Events', columns: [{ name: 'a' }], rows: [['x'], ['y']] }] });
    assert.deepEqual(make(), make());
  });
});
