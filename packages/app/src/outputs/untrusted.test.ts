/** Names of a stranger in the formats that a web page or another tool reads. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding, ScanReport } from '@kumomori/model';
import { markdown } from './markdown.ts';
import { sarif } from './sarif.ts';
import { sampleContext, sampleReport } from './testing/index.ts';

function reportNaming(name: string): ScanReport {
  const [sample] = sampleReport.findings;
  assert.ok(sample);
  const finding: Finding = {
    ...sample,
    message: { en: `Bucket ${name} is public`, ja: `${name}` },
    origin: { ...sample.origin, address: `aws_s3_bucket.orders["${name}"]` },
  };
  return { ...sampleReport, findings: [finding] };
}

const commentOn = (name: string): string => markdown.render(reportNaming(name), sampleContext('en'));

/** GFM tables (cmark-gfm): a backslash and any sign of punctuation are one; every other bar ends a cell. */
function cellsOf(row: string): number {
  return row.replaceAll(/\\[!-/:-@[-`{-~]/g, '').split('|').length - 2;
}

for (const name of ['a|b', 'a\\|b', 'a\\\\|b', '|||', 'a`|`b', '\\']) {
  test(`a name cannot add a cell to the table of a comment: ${name}`, () => {
    const rows = commentOn(name)
      .split('\n')
      .filter((line) => line.startsWith('| '));
    assert.equal(rows.length, 2);
    assert.deepEqual(rows.map(cellsOf), [4, 4]);
  });
}

test('a name becomes no link, picture, mention or reference in a comment', () => {
  const text = commentOn('https://evil.example www.evil.example @octocat orders#12 ![x](http://evil.example/x.png) <img src=x>');
  const outsideOfCode = text
    .replaceAll(/`[^`]*`/g, '')
    .replaceAll(/<summary>.*<\/summary>/g, (summary) => summary.replaceAll('![', ''))
    .replaceAll(/<https:\/\/docs[^>]*>/g, '');
  for (const forbidden of ['://evil', 'www.evil', '@octocat', '#12', '![', '<img'])
    assert.ok(!outsideOfCode.includes(forbidden), forbidden);
});

test('a great many backticks in a name end no code span and no process', () => {
  const text = commentOn('`a'.repeat(200_000));
  assert.ok(text.length <= 65_000, String(text.length));
});

test('a name becomes no link in SARIF', () => {
  const text = sarif.render(reportNaming('[sign in](https://evil.example)'), sampleContext('en'));
  const [result] = JSON.parse(text).runs[0].results;
  const messages: readonly string[] = [
    result.message.text,
    ...result.relatedLocations.map((each: { message: { text: string } }) => each.message.text),
  ];
  assert.ok(messages.some((message) => message.includes('[sign in] (https://evil.example)')));
  assert.ok(!messages.some((message) => message.includes('](')));
});
