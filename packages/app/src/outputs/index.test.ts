import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language, ScanReport } from '@kumomori/model';
import { formatNames, outputFormats } from './index.ts';
import { hostileFinding, sampleContext, sampleReport } from './testing/index.ts';

const languages: readonly Language[] = ['en', 'ja'];
const empty: ScanReport = {
  ...sampleReport,
  summary: {
    ...sampleReport.summary,
    resources: 0,
    fail: 0,
    unknown: 0,
    suppressed: 0,
    bySeverity: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
  },
  findings: [],
  frameworks: [],
  diagnostics: [],
};

test('each format is found by the name it has itself', async () => {
  assert.deepEqual(formatNames, ['table', 'json', 'sarif', 'html', 'markdown', 'junit', 'csv', 'ocsf', 'asff', 'gitlab']);
  for (const [name, load] of outputFormats) assert.equal((await load()).name, name);
});

test('no format lets a control character, an escape sequence or a direction override of a scanned file through', async () => {
  for (const [name, load] of outputFormats) {
    for (const language of languages) {
      const output = (await load()).render({ ...sampleReport, findings: [hostileFinding] }, sampleContext(language));
      // The HTML data block is JSON: there they are escapes, and the page shows them as text.
      const bad = /(?![\t\n\r])\p{Cc}/u.exec(output);
      assert.equal(bad, null, `${name} ${language}: ${bad && JSON.stringify(output.slice(bad.index - 40, bad.index + 40))}`);
      if (name !== 'html' && name !== 'csv' && name !== 'junit') assert.doesNotMatch(output, /[\u202a-\u202e]/, name);
    }
  }
});

test('a secret beside the evidence appears in no format', async () => {
  for (const [name, load] of outputFormats) {
    const output = (await load()).render(sampleReport, sampleContext('en'));
    assert.doesNotMatch(output, /hunter2|correct-horse/, name);
  }
});

test('a report without anything in it renders, and the same report renders the same twice', async () => {
  for (const [name, load] of outputFormats) {
    const format = await load();
    assert.notEqual(format.render(empty, sampleContext('ja')), '', name);
    assert.equal(format.render(sampleReport, sampleContext('ja')), format.render(sampleReport, sampleContext('ja')), name);
  }
});
