import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { frameworkReport } from '../testing/framework-report.ts';
import { frameworkHtml } from './html.ts';
import { frameworkPdf } from './pdf.ts';
import { frameworkCsv, frameworkXlsx } from './tables.ts';

test('the page says the score with what it leaves out, and what an unknown counts as', () => {
  const html = frameworkHtml(frameworkReport, 'en');
  for (const text of [
    '1 of 3 assessed controls passed',
    'Assessed: 3 of 6 controls. Not assessed: 1. Manual: 2.',
    '1 undecided control count as not passed.',
  ])
    assert.ok(html.includes(text), text);
});

test('the page asks nobody and runs nothing', () => {
  const html = frameworkHtml(frameworkReport, 'ja');
  assert.match(html, /default-src 'none'; style-src 'sha256-[^']+'/);
  assert.doesNotMatch(html, /<script|\sstyle="|<link|<img/);
});

test('the page shows exception, answer and an empty field for a manual control', () => {
  const html = frameworkHtml(frameworkReport, 'en');
  for (const text of [
    'Exception of ito, until 2027-05-31: moves in May',
    'When was the last rehearsal?',
    'ito, 2026-11-01',
    '<dd class="line"></dd>',
  ])
    assert.ok(html.includes(text), text);
});

test('texts of others stay text on the page', () => {
  const [first, ...others] = frameworkReport.controls;
  assert.ok(first);
  const html = frameworkHtml(
    { ...frameworkReport, controls: [{ ...first, control: '"><script>', title: { en: '<b>', ja: '' } }, ...others] },
    'en',
  );
  assert.doesNotMatch(html, /<script>|<b>/);
});

test('a line of the csv for each open resource, none begins a formula', () => {
  const lines = [...frameworkCsv(frameworkReport, 'en')];
  assert.equal(lines.length, 1 + 7);
  assert.ok(lines[2]?.includes(`,"'=orders-bucket`) || lines[2]?.includes(`,'=orders-bucket has no policy,`));
  assert.ok(lines.some((line) => line.startsWith('orders,1,1.10,')));
});

test('the workbook opens: four sheets, and 1.10 stays a text', () => {
  const files = unzipSync(frameworkXlsx(frameworkReport, 'ja'));
  assert.equal(Object.keys(files).filter((name) => name.startsWith('xl/worksheets/sheet')).length, 4);
  const all = Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join('\n');
  for (const text of ['>1.10<', '注文システムの基準', 'moves in May']) assert.ok(all.includes(text), text);
});

test('the PDF holds Japanese that can be searched and copied', async () => {
  const pdf = Buffer.from(await frameworkPdf(frameworkReport, 'ja'));
  assert.equal(pdf.subarray(0, 5).toString('latin1'), '%PDF-');
  const letters = lettersIn(pdf);
  for (const letter of '適合状況レポート注文システムの基準人が確認する項目') assert.ok(letters.has(letter), letter);
});

test('the PDF says nothing of itself but its content: the same report makes the same pages', async () => {
  const count = async (): Promise<number> =>
    Buffer.from(await frameworkPdf(frameworkReport, 'en'))
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length ?? 0;
  const pages = await count();
  assert.ok(pages >= 5);
  assert.equal(await count(), pages);
});

/** The characters that the fonts of a PDF of pdfkit say their glyphs stand for. */
function lettersIn(pdf: Buffer): ReadonlySet<string> {
  const letters = new Set<string>();
  const text = pdf.toString('latin1');
  for (const match of text.matchAll(/stream\r?\n/g)) {
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    const content = inflated(pdf.subarray(start, end));
    for (const [, list = ''] of content.matchAll(/<[\da-f]+> <[\da-f]+> \[([^\]]*)\]/gi))
      for (const [, hex = ''] of list.matchAll(/<([\da-f ]+)>/gi))
        letters.add(Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
  }
  return letters;
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return ''; // not compressed
  }
}
