import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { Script } from 'node:vm';
import { html } from './html.ts';
import { clientScript } from './html/client/index.ts';
import { en } from './html/messages.en.ts';
import { longReport, sampleContext, sampleReport } from './testing/index.ts';

const page = html.render(sampleReport, sampleContext('ja'));
const part = (pattern: RegExp): string => pattern.exec(page)?.[1] ?? assert.fail(`${pattern} not found`);
const styleText = part(/<style>([\s\S]*?)<\/style>/);
const dataText = part(/<script type="application\/json" id="data">([\s\S]*?)<\/script>/);
const scriptText = part(/<script>([\s\S]*?)<\/script>/);
const policy = part(/http-equiv="Content-Security-Policy" content="([^"]*)"/);

test('the policy allows this style and this script by their hashes and nothing else', () => {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  assert.equal(
    policy,
    `default-src 'none'; style-src ${hash(styleText)}; script-src ${hash(scriptText)}; base-uri 'none'; form-action 'none'`,
  );
});

test('the page asks nobody for anything', () => {
  const markup = page.replace(dataText, '').replace(scriptText, '').replace(styleText, '');
  assert.doesNotMatch(markup, /\b(?:src|href|action)=/);
  assert.doesNotMatch(styleText, /url\(|@import/);
  assert.doesNotMatch(scriptText, /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\(/);
});

test('user data stays inside its block, whatever it holds', () => {
  assert.doesNotMatch(dataText, /[<>&]/);
  assert.equal(page.match(/<script/g)?.length, 2);
  assert.equal(page.match(/<\/script>/g)?.length, 2);
  const data: { readonly texts: readonly string[] } = JSON.parse(dataText);
  assert.ok(
    data.texts.some((text) => text.includes('<img src=x onerror=alert(1)>')),
    'the text itself is kept',
  );
});

test('the script compiles, writes no markup and styles nothing by attribute', () => {
  assert.doesNotThrow(() => new Script(clientScript));
  assert.doesNotMatch(clientScript, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|style:/);
});

test('the script says nothing that is not in the catalogue', () => {
  const keys = [...clientScript.matchAll(/\bsay\('([^']+)'/g)].map(([, key]) => key ?? '');
  assert.ok(keys.length > 60);
  assert.deepEqual(
    keys.filter((key) => !Object.hasOwn(en, key)),
    [],
  );
  const words = new Set([...clientScript.matchAll(/'([\w-]+)'/g)].map(([, word]) => word));
  const named = [
    'explicit',
    'default',
    'absent',
    'unresolved',
    'redacted',
    'inline',
    'exception',
    'baseline',
    'error',
    'warning',
    'noScript',
  ];
  assert.deepEqual(
    Object.keys(en).filter((key) => !words.has(key) && !named.includes(key)),
    [],
  );
});

test('both languages are in the page, and it opens in the one asked for', () => {
  const data: { readonly language: string; readonly languages: Readonly<Record<string, unknown>> } = JSON.parse(dataText);
  assert.deepEqual([data.language, Object.keys(data.languages)], ['ja', ['en', 'ja']]);
  assert.match(page, /<html lang="ja">/);
});

test('2,000 findings take less than 2.5 MB, hence 20,000 less than 25', () => {
  const size = Buffer.byteLength(html.render(longReport(2000), sampleContext('en')));
  assert.ok(size < 2_500_000, String(size));
});
