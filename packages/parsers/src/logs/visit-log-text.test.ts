/** Record by record gives what the whole text gives. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogEvent } from '@kumomori/model';
import { readLogText } from './read-log-text.ts';
import { visitLogText } from './visit-log-text.ts';

function record(id: number, more: object = {}): string {
  const usual = {
    eventSource: 's3.amazonaws.com',
    eventName: 'ListBuckets',
    awsRegion: 'ap-northeast-1',
    eventTime: '2026-11-20T09:00:00Z',
  };
  return JSON.stringify({ eventVersion: '1.11', userIdentity: { type: 'Root' }, ...usual, eventID: `e${id}`, ...more });
}

const file = (...records: readonly string[]): string => `{"Records":[${records.join(',')}]}`;

/** A value that looks like the space between two records, as a structure and within a text. */
const tricky = { requestParameters: { list: [{ a: 1 }, { eventVersion: '1' }], text: '},{"eventVersion":"' } };

const texts: Readonly<Record<string, string>> = {
  'a file': file(record(1), record(2), record(3)),
  'one record': file(record(1)),
  'no record': file(),
  'space around': ` { "Records" : [ ${record(1)},${record(2)} ] }\n`,
  'a record that looks like two': file(record(1), record(2, tricky), record(3)),
  'all records look like two': file(record(1, tricky), record(2, tricky)),
  'a file cut inside a record': file(record(1), record(2)).slice(0, -30),
  'garbage between records': file(record(1), record(2), 'garbage', record(3)),
  'a record of no log': file(record(1), '{"eventVersion":"1","foo":1}', record(2)),
  'a list inside': file(record(1), '[1]', record(2)),
  'other key order': file(
    '{"eventID":"x","eventVersion":"1.11","eventSource":"a","eventName":"b","userIdentity":{},"awsRegion":"r"}',
    record(2),
  ),
  'one record a line': `${record(1)}\n${record(2)}\n`,
  'more than records': `{"Records":[${record(1)}],"more":1}`,
  'many records': file(...Array.from({ length: 1000 }, (_, id) => record(id))),
  'many records, one of them tricky': file(...Array.from({ length: 600 }, (_, id) => record(id, id === 300 ? tricky : {}))),
  'records of many lengths': file(
    ...Array.from({ length: 60 }, (_, id) => record(id, { requestParameters: { text: 'x'.repeat(id * 997) } })),
  ),
  'a record that is longer than what is looked at': file(record(1), record(2, { requestParameters: 'x'.repeat(300_000) }), record(3)),
  'a long record at the end': file(record(1), record(2, { ...tricky, requestParameters: 'x'.repeat(200_000) })),
  'many records and a cut': file(...Array.from({ length: 600 }, (_, id) => record(id))).slice(0, -100),
  nothing: '',
};

for (const [name, text] of Object.entries(texts))
  test(`the same events: ${name}`, () => {
    const whole = readLogText(text, { name: 'log.json' });
    const events: LogEvent[] = [];
    const visited = visitLogText(text, { name: 'log.json' }, (event, index) => {
      assert.equal(index, events.length);
      events.push(event);
    });
    assert.deepEqual(events, whole.events);
    // In parts that hold nothing of each other, as bytes give them.
    const inParts: LogEvent[] = [];
    visitLogText({ length: text.length, slice: (from, to) => [...text.slice(from, to)].join('') }, { name: 'log.json' }, (event) =>
      inParts.push(event),
    );
    assert.deepEqual(inParts, events);
    const { problems, ...counts } = visited;
    const { events: _, problems: all, ...expected } = whole;
    assert.deepEqual(counts, { ...expected, events: whole.events.length });
    assert.deepEqual(
      problems.map(({ reason }) => reason),
      all.map(({ reason }) => reason),
    );
  });
