/** Whole outputs of the formats that people read. `npm test -- --test-update-snapshots outputs` writes them again; review like code. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Language } from '@kumomori/model';
import { csv } from './csv.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { OutputContext, OutputFormat } from './output-format.ts';
import { table } from './table.ts';
import { textWidth } from './terminal/index.ts';
import { longReport, sampleContext, sampleReport } from './testing/index.ts';

const formats: readonly OutputFormat[] = [table, markdown, junit, csv];

for (const format of formats) {
  for (const language of ['en', 'ja'] as const) {
    test(`${format.name} in ${language}`, (t) => {
      const path = fileURLToPath(new URL(`./testing/snapshots/${format.name}.${language}.txt`, import.meta.url));
      // Without carriage returns: a checkout may change line ends.
      const text = format.render(sampleReport, sampleContext(language, { limit: 4 })).replaceAll('\r\n', '\n');
      t.assert.fileSnapshot(text, path, { serializers: [String] });
    });
  }
}

const tableText = (language: Language, options: Partial<OutputContext>): string =>
  table.render(sampleReport, sampleContext(language, options));

test('findings of the baseline are a number, and notes about exceptions do not flood the table', () => {
  const [first] = sampleReport.findings;
  assert.ok(first);
  const suppressed = { by: 'baseline', reason: null, owner: null, expires: null, file: null, line: null } as const;
  const [, note] = sampleReport.diagnostics;
  assert.ok(note);
  const report = {
    ...sampleReport,
    targets: [{ kind: 'terraform', path: "my team's code" } as const],
    summary: { ...sampleReport.summary, suppressed: 30 },
    findings: Array.from({ length: 30 }, () => ({ ...first, suppressed })),
    diagnostics: Array.from({ length: 30 }, () => note),
  };
  const text = table.render(report, sampleContext('en', { htmlReport: null }));
  assert.match(text, /No open findings; 30 suppressed ones are listed below/);
  assert.match(text, /Suppressed \(30\)\n {2}30 in the baseline\n/);
  assert.equal(text.match(/ended on 2026-10-31/g)?.length, 10);
  assert.ok(text.includes(String.raw`kumomori scan 'my team'\''s code'`), text);
});

test('no line of the table is wider than the terminal', () => {
  for (const width of [60, 72, 80, 100, 120, 200]) {
    for (const language of ['en', 'ja'] as const) {
      for (const color of [false, true]) {
        const wide = tableText(language, { width, color })
          .split('\n')
          .filter((line) => textWidth(line) > Math.min(width, 120));
        assert.deepEqual(wide, [], `${width} ${language}`);
      }
    }
  }
});

test('colors are written when asked for, and nothing else changes', () => {
  const colored = tableText('en', { color: true });
  // oxlint-disable-next-line no-control-regex -- the color codes themselves are looked for
  assert.match(colored, /\u001b\[[\d;]*m CRITICAL /);
  // oxlint-disable-next-line no-control-regex -- as above
  assert.equal(colored.replace(/\u001b\[[\d;]*m/g, ''), tableText('en', { color: false }));
});

test('the table shows as many findings in full as asked for, all for 0, the rest by check', () => {
  const shown = (limit: number): number => [...tableText('en', { limit }).matchAll(/^ *\d+ {2}(?:CRITICAL|HIGH|MEDIUM|INFO) /gm)].length;
  assert.deepEqual([shown(1), shown(2), shown(0)], [1, 2, 4]);
  assert.match(tableText('en', { limit: 1 }), /3 more, by check/);
});

test('a comment for a pull request stays under the size limit, however much was found', () => {
  const long = markdown.render(longReport(3000), sampleContext('ja'));
  assert.ok(long.length <= 65_000, String(long.length));
  assert.match(long, /残り \d+ 件は省略しました/);
  assert.equal(long.split('<details>').length, long.split('</details>').length);
});

test('no cell of the CSV starts a formula', () => {
  const cells = csv.render(sampleReport, sampleContext('en')).match(/"(?:[^"]|"")*"|[^,\r\n]+/g) ?? [];
  assert.ok(cells.length > 100);
  assert.deepEqual(
    cells.map((cell) => cell.replace(/^"/, '')).filter((cell) => /^\s*[=+@\-＝＋－＠]/.test(cell)),
    [],
  );
});

test('every row of the CSV has as many fields as the head, also with line ends and quotes inside', () => {
  const text = csv.render(sampleReport, sampleContext('ja'));
  assert.equal(text.charAt(0), '\ufeff');
  assert.match(text, /[^\n]\r\n$/);
  const rows = parseCsv(text.slice(1));
  assert.equal(rows.length, sampleReport.findings.length + 1);
  assert.deepEqual(new Set(rows.map((row) => row.length)), new Set([29]));
});

/** RFC 4180, enough for what we write. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('JUnit: open failures fail, undecided and suppressed cases are skipped', () => {
  const text = junit.render(sampleReport, sampleContext('en'));
  assert.match(text, /<testsuites name="kumomori" tests="6" failures="4" errors="0" skipped="2" time="1.250">/);
  assert.equal([...text.matchAll(/<failure /g)].length, 4);
  assert.equal([...text.matchAll(/<skipped /g)].length, 2);
  assert.deepEqual(unbalanced(text), []);
});

/** Tags left open or closed without being open; also finds markup that leaked out of a value. */
function unbalanced(xml: string): readonly string[] {
  const open: string[] = [];
  for (const [, close, name = '', , self] of xml.matchAll(/<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>/g)) {
    if (close) {
      if (open.pop() !== name) return [name];
    } else if (!self) open.push(name);
  }
  return open;
}
