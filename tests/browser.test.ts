/**
 * The HTML report in a real browser. Skipped unless KUMOMORI_TEST_BROWSER=1; needs `chromium` (Debian: apt-get install chromium) or its
 * path in KUMOMORI_CHROMIUM.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { outputFormats } from '../packages/app/src/outputs/index.ts';
import { longReport, sampleContext, sampleReport } from '../packages/app/src/outputs/testing/index.ts';

const CHROMIUM = process.env['KUMOMORI_CHROMIUM'] ?? 'chromium';
const skip = process.env['KUMOMORI_TEST_BROWSER'] === '1' ? false : 'set KUMOMORI_TEST_BROWSER=1 to run it; it needs chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-logging=stderr',
  '--window-size=1280,900',
  '--virtual-time-budget=4000',
];

describe('the HTML report in a browser', { skip }, () => {
  let folder = '';

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kumomori-browser-'));
    const format = await outputFormats.get('html')?.();
    assert.ok(format);
    writeFileSync(join(folder, 'small.html'), format.render(sampleReport, sampleContext('en')));
    writeFileSync(join(folder, 'large.html'), format.render(longReport(20_000), sampleContext('en')));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function open(file: string, hash: string, action: readonly string[]): { out: string; messages: readonly string[] } {
    const profile = mkdtempSync(join(folder, 'profile-'));
    const url = `${pathToFileURL(join(folder, file)).href}${hash}`;
    const { stdout, stderr, error } = spawnSync(CHROMIUM, [...FLAGS, `--user-data-dir=${profile}`, ...action, url], {
      encoding: 'utf8',
      timeout: 90_000,
      maxBuffer: 256 * 1024 * 1024,
    });
    if (error) throw error;
    return { out: stdout, messages: stderr.split('\n').filter((line) => line.includes('CONSOLE')) };
  }

  /** The page as the reader sees it, without the data block; fails when the page wrote anything to the console. */
  function domOf(file: string, hash: string): string {
    const { out, messages } = open(file, hash, ['--dump-dom']);
    assert.deepEqual(messages, []);
    return out.slice(out.indexOf('<div id="app">')).replace(/<script[\s\S]*?<\/script>/g, '');
  }

  const rowsIn = (dom: string): number => dom.split('class="row ').length - 1;

  test('the overview says what is open, in English', () => {
    const dom = domOf('small.html', '');
    assert.match(dom, /<h1>4 findings need attention<\/h1>/);
    assert.match(dom, /64 resources examined with 90 checks/);
  });

  test('the list shows every finding that is not suppressed', () => {
    const dom = domOf('small.html', '#/findings');
    assert.equal(rowsIn(dom), 5);
    assert.match(dom, /5 of 6/);
  });

  test('filters come from the address', () => {
    const dom = domOf('small.html', '#/findings?severity=critical&q=tokyo');
    assert.equal(rowsIn(dom), 1);
    assert.match(dom, /bastion-踏み台 lets 0\.0\.0\.0\/0 reach port 22/);
    assert.match(domOf('small.html', '#/findings?suppressed=only'), /1 of 6/);
    assert.match(domOf('small.html', '#/findings?q=nothing-like-this'), /No finding matches these filters/);
  });

  test('every page speaks Japanese after the switch', () => {
    for (const [page, expected] of [
      ['', '対応が必要な検出結果が 4 件あります'],
      ['findings', '抑止中を除く'],
      ['finding/4f0c2a7be9d1', 'なぜ重要か'],
      ['frameworks', '自動チェックのない管理策は「手動」とし'],
      ['framework/cis-aws%405.0', '管理策'],
      ['exceptions', '検証環境のため'],
      ['diagnostics', '読み取りまたは評価ができなかった箇所です'],
    ] as const) {
      assert.match(domOf('small.html', `#/${page}?lang=ja`), new RegExp(expected), page);
    }
  });

  test('a finding shows the attribute, where its value comes from, and how to fix it', () => {
    const dom = domOf('small.html', '#/finding/4f0c2a7be9d1');
    assert.match(dom, /<mark class="">\["0\.0\.0\.0\/0"\]<\/mark>/);
    assert.match(dom, /var\.ssh_cidrs[\s\S]*module\.network\.ssh_cidrs[\s\S]*takes effect here/);
    assert.match(dom, /Allow only the addresses that need it/);
    assert.match(dom, /module\.network\["virginia"\]/);
  });

  test('markup in names is text', () => {
    const dom = domOf('small.html', '#/finding/f608134477bb');
    assert.match(dom, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
    assert.doesNotMatch(dom, /<(?:svg|img)[^>]*on(?:load|error)=/);
  });

  test('20,000 findings: only the rows in sight are drawn, the height is that of all', () => {
    const dom = domOf('large.html', '#/findings');
    assert.match(dom, /20,000 of 20,000/);
    assert.ok(rowsIn(dom) >= 6 && rowsIn(dom) < 100, String(rowsIn(dom)));
    assert.match(dom, /class="vlist" role="list" style="height: 1\.76e\+06px;"/);
    assert.match(domOf('large.html', '#/findings?q=service_19999'), /1 of 20,000/);
  });

  test('light and dark look different', () => {
    const sizes = ['light', 'dark'].map((theme) => {
      const path = join(folder, `${theme}.png`);
      open('small.html', `#/?theme=${theme}`, [`--screenshot=${path}`]);
      return statSync(path).size;
    });
    assert.ok(sizes.every((size) => size > 20_000));
    assert.notEqual(sizes[0], sizes[1]);
  });
});
