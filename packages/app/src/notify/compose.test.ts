import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Channel, Outcome } from './index.ts';
import { channels, composeMessage, deliver, explainDelivery, nextAttempt, usualPlan } from './index.ts';
import { noon, openBucket, sampleEvents, toolsHere } from './testing/index.ts';

const consoleUrl = 'https://kumomori.example.com/';

describe('messages', () => {
  for (const language of ['en', 'ja'] as const)
    test(`each kind has a title, a sentence and a place in the console (${language})`, () => {
      for (const event of sampleEvents) {
        const message = composeMessage(event, { language, consoleUrl });
        assert.notEqual(message.summary, '', event.kind);
        assert.match(message.link?.url ?? '', /^https:\/\/kumomori\.example\.com\/[a-z]+(?:\/[\w%.-]+)?$/);
        // Japanese titles are not left in English.
        assert.equal(/[\u3040-\u30ff\u4e00-\u9fff]/.test(message.title), language === 'ja', message.title);
        assert.ok(message.facts.every(({ value }) => value !== ''));
      }
    });

  test('titles in words', () => {
    const titles = (language: 'en' | 'ja'): readonly string[] =>
      sampleEvents.map((event) => composeMessage(event, { language, consoleUrl: null }).title);
    assert.deepEqual(titles('en').slice(3, 6), [
      'Please fix 1 finding by 2026-12-01',
      'Due in 3 days: S3 bucket blocks public access',
      'Overdue by 2 days: S3 bucket blocks public access',
    ]);
    assert.deepEqual(titles('ja').slice(3, 6), [
      '検出事項 1 件の対応をお願いします (期限 2026-12-01)',
      '期限まで 3 日です: S3 バケットがパブリックアクセスをブロックする',
      '期限を 2 日過ぎています: S3 バケットがパブリックアクセスをブロックする',
    ]);
  });

  test('everything about one finding has one subject; what is fixed resolves it', () => {
    const about = sampleEvents.filter((event) => 'finding' in event).map((event) => composeMessage(event, { language: 'en', consoleUrl }));
    assert.deepEqual([...new Set(about.map(({ subject }) => subject))], ['finding/4f1a9c02d7e3']);
    assert.deepEqual(
      about.filter(({ state }) => state === 'resolved').map(({ kind }) => kind),
      ['finding-verified'],
    );
  });

  test('a digest counts by severity and lists what to do first; times are shown in the zone of the readers', () => {
    const digest = sampleEvents.find(({ kind }) => kind === 'digest');
    const silent = sampleEvents.find(({ kind }) => kind === 'source-silent');
    assert.ok(digest && silent);
    const message = composeMessage(digest, { language: 'ja', consoleUrl, mostItems: 1 });
    assert.equal(message.summary, '新規 4 件、修正済み 6 件、未対応 7 件。優先して確認すべき検出事項は次のとおりです。');
    assert.deepEqual(
      message.facts.map(({ value }) => value),
      ['2026-11-15 – 2026-11-21', '高 2 · 中 5', '1', '2'],
    );
    assert.deepEqual([message.items.length, message.moreItems], [1, 1]);
    const tokyo = composeMessage(silent, { language: 'en', consoleUrl, timeZone: 'Asia/Tokyo' });
    assert.equal(tokyo.facts[1]?.value, '2026-11-22 05:00 Asia/Tokyo');
  });

  test('very long texts are cut without breaking a character', () => {
    const finding = { ...openBucket, title: { en: '😀'.repeat(1000), ja: '' } };
    const { title } = composeMessage(
      { id: 'e', at: '2026-11-22T03:20:00.000Z', kind: 'finding-opened', finding },
      { language: 'en', consoleUrl },
    );
    assert.ok(title.length <= 250 && title.isWellFormed() && title.endsWith('…'));
  });
});

describe('when it is tried again', () => {
  test('waits grow, chance shortens them by up to half, receivers may ask for more', () => {
    const waits = (random: number): readonly unknown[] =>
      Array.from({ length: 8 }, (_, index) => nextAttempt(index + 1, null, { random })).map((next) =>
        next.kind === 'again' ? next.afterSeconds : next.kind,
      );
    assert.deepEqual(waits(1), [30, 60, 120, 240, 480, 960, 1920, 'dead']);
    assert.deepEqual(waits(0), [15, 30, 60, 120, 240, 480, 960, 'dead']);
    assert.deepEqual(nextAttempt(1, 300, { random: 0 }), { kind: 'again', afterSeconds: 300 });
    assert.deepEqual(nextAttempt(9, null, { random: 0, plan: { ...usualPlan, attempts: 20 } }), { kind: 'again', afterSeconds: 1800 });
  });

  const saying = (outcome: Outcome): Channel => ({ name: 'webhook', problems: () => [], send: async () => outcome });
  const [event] = sampleEvents;
  assert.ok(event);
  const message = composeMessage(event, { language: 'en', consoleUrl });
  const tools = { ...toolsHere, random: () => 1 };

  test('a delivery is there, tried again at a time, or dead with its last reason', async () => {
    const busy: Outcome = { kind: 'retry', reason: 'throttled', afterSeconds: 90, detail: '429' };
    const again = await deliver(saying(busy), { message, attempt: 1, previous: null }, {}, tools);
    assert.deepEqual(again, { kind: 'again', at: '2026-11-22T03:31:30.000Z', attempt: 2, outcome: busy });
    assert.equal(explainDelivery(again, 'en'), 'too many messages at once (429); tried again at 2026-11-22T03:31:30.000Z');
    const dead = await deliver(saying(busy), { message, attempt: 8, previous: null }, {}, tools);
    assert.deepEqual(dead, { kind: 'dead', outcome: busy });
    const no: Outcome = { kind: 'refused', reason: 'gone', guard: null, detail: '404 no_service' };
    const gone = await deliver(saying(no), { message, attempt: 1, previous: null }, {}, tools);
    assert.deepEqual(gone, { kind: 'dead', outcome: no });
    assert.equal(explainDelivery(gone, 'ja'), '送信先がもう存在しません (404 no_service)。配信を中止しました');
    const fine = await deliver(
      saying({ kind: 'delivered', reference: null, url: null, detail: '' }),
      { message, attempt: 1, previous: null },
      {},
      tools,
    );
    assert.equal(explainDelivery(fine, 'en'), 'delivered');
  });

  test('a fault of a channel is a refusal, never an exception', async () => {
    const broken = {
      ...toolsHere,
      now: () => {
        throw new RangeError('whsec_secret');
      },
    };
    const outcome = await channels.webhook.send(
      { message, attempt: 1, previous: null },
      { url: 'https://hooks.example.com/', secrets: [`whsec_${'A'.repeat(43)}=`] },
      broken,
    );
    assert.deepEqual(outcome, { kind: 'refused', reason: 'unexpected-answer', guard: null, detail: 'RangeError' });
    assert.equal(noon.toISOString(), '2026-11-22T03:30:00.000Z');
  });
});
