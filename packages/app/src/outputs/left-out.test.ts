/** A page for a browser has an end. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientScript } from './html/client/index.ts';
import { en } from './html/messages.en.ts';
import { ja } from './html/messages.ja.ts';
import { reportData } from './html/report-data.ts';
import { sampleContext, sampleReport } from './testing/index.ts';

test('a page with too many findings lists the worst, counts all, and says in both languages how many it leaves out', () => {
  const all = sampleReport.findings.length;
  const data = reportData(sampleReport, sampleContext('en'), 2) as {
    findings: readonly (readonly unknown[])[];
    leftOut?: number;
    summary: object;
  };
  assert.deepEqual(
    data.findings.map(([fingerprint]) => fingerprint),
    sampleReport.findings.slice(0, 2).map(({ fingerprint }) => fingerprint),
  );
  assert.deepEqual([data.leftOut, data.summary], [all - 2, sampleReport.summary]);
  assert.match(clientScript, /report\.leftOut \? h\('p'/);
  for (const words of [en, ja]) assert.match(words.leftOut, /\{shown\}.*\{n\}.*--format json/);
});

test('a page with all findings says nothing of the kind', () => {
  assert.ok(!('leftOut' in (reportData(sampleReport, sampleContext('en')) as object)));
});
