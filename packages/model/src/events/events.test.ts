import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { LogEvent } from './event.ts';
import { eventFacts } from './facts/index.ts';
import { mapEvent, OCSF_MAPPINGS, ocsfTable, toOcsf, unknownKeys } from './ocsf/index.ts';
import type { OcsfSchema } from './ocsf/schema/index.ts';
import { schemaProblems } from './ocsf/schema/index.ts';
import type { OcsfMapping } from './ocsf/index.ts';
import * as aws from './samples/aws-cloudtrail.ts';
import * as awsNetwork from './samples/aws-network.ts';
import * as azureResources from './samples/azure-resources.ts';
import * as azure from './samples/azure.ts';
import * as google from './samples/google.ts';
import * as services from './samples/services.ts';
import { LOG_SOURCES } from './sources.ts';

const SAMPLES = [aws, awsNetwork, azure, azureResources, google, services].flatMap((module) => Object.values(module)).flat();
const SCHEMA = JSON.parse(readFileSync(new URL('ocsf/schema/ocsf-1.8.0.json', import.meta.url), 'utf8')) as OcsfSchema;
const HOSTILE = ['', 'x', 0, -1, 1e300, true, null, [], [null], {}, { value: {} }, '__proto__', '{', '[[['];

describe('facts', () => {
  for (const { name, event, facts } of SAMPLES)
    test(name, () => {
      const found = eventFacts(event);
      assert.deepEqual(Object.fromEntries(Object.keys(facts).map((key) => [key, found[key as keyof typeof found]])), facts);
    });

  test('every source has at least six samples', () => {
    assert.deepEqual(
      LOG_SOURCES.filter((source) => SAMPLES.filter(({ event }) => event.source === source).length < 6),
      [],
    );
  });

  test('whatever stands in the place of a value, nothing is thrown and nothing is made up', () => {
    for (const { event } of SAMPLES)
      for (const value of HOSTILE) {
        const record = Object.fromEntries(Object.keys(event.record).map((key) => [key, value]));
        const { time, principal } = eventFacts({ source: event.source, record });
        assert.ok(time === null || Number.isFinite(time));
        assert.ok(principal === null || typeof principal === 'string');
        toOcsf({ source: event.source, record });
      }
  });
});

describe('OCSF', () => {
  for (const { name, event, ocsf } of SAMPLES)
    test(`${name} is ${ocsf}, as the schema has it`, () => {
      const { classUid, table, row } = toOcsf(event);
      assert.deepEqual([`${classUid}/${String(row['activity_id'])}`, table, schemaProblems(row, SCHEMA)], [ocsf, ocsfTable(classUid), []]);
      assert.equal(row['time'], eventFacts(event).time ?? undefined);
    });

  test('what no field knows is kept in its own form, named, and counted', () => {
    const [first] = aws.cloudTrail;
    assert.ok(first);
    const event: LogEvent = {
      ...first.event,
      record: { ...first.event.record, newThing: 1, userIdentity: { type: 'IAMUser', novelty: { a: [], b: 'x' } } },
    };
    const { unmapped, classUid } = toOcsf(event);
    assert.deepEqual(
      { newThing: unmapped?.['newThing'], userIdentity: unmapped?.['userIdentity'] },
      { newThing: 1, userIdentity: { novelty: { a: [], b: 'x' } } },
    );
    const mapping = OCSF_MAPPINGS.get('aws.cloudtrail');
    assert.ok(mapping);
    assert.ok(unknownKeys(unmapped, mapping, classUid).includes('userIdentity.novelty'));
  });

  test('a value has one place: request parameters that the class does not take are unmapped', () => {
    const [, , denied] = aws.cloudTrail;
    assert.ok(denied);
    assert.equal(toOcsf(denied.event).unmapped?.['requestParameters'], undefined);
    const more = { ...denied.event, record: { ...denied.event.record, requestParameters: { userName: 'mallory', path: '/x/' } } };
    assert.deepEqual(toOcsf(more).unmapped?.['requestParameters'], { path: '/x/' });
  });
});

describe('the language of mappings', () => {
  const mapping = (fields: OcsfMapping['fields'], lists: NonNullable<OcsfMapping['lists']> = []): OcsfMapping => ({
    source: 'duo.log',
    rules: [{ classUid: 6003, activityId: 99 }],
    fields,
    lists,
  });
  const value = (record: Readonly<Record<string, unknown>>, field: Omit<OcsfMapping['fields'][number], 'to'>): unknown =>
    mapEvent({ source: 'duo.log', record, origin: { account: 'a', region: null, name: null } }, mapping([{ to: 'x', ...field }])).row['x'];

  const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, Omit<OcsfMapping['fields'][number], 'to'>, unknown])[] = [
    [
      'the first path that has a fitting text counts',
      { a: '', b: null, c: 'no', d: '7' },
      { from: ['a', 'b', 'c', 'd'], as: 'integer' },
      7,
    ],
    ['keys with dots are quoted', { a: { 'b.c/d': 'x' } }, { from: ['a."b.c/d"'] }, 'x'],
    ['an element of a list', { a: [{ b: 'x' }] }, { from: ['a[0].b'] }, 'x'],
    ['own members only', {}, { from: ['constructor.name'] }, undefined],
    ['the origin of the event', {}, { from: ['@region', '@account'] }, 'a'],
    ['objects are their JSON', { a: { b: 1 } }, { from: ['a'], as: 'json' }, '{"b":1}'],
    ['a list of texts, or of one', { a: ['x', null, 1] }, { from: ['a'], as: 'list' }, ['x', '1']],
    ['sixteen digits are no integer', { a: '1234567890123456' }, { from: ['a'], as: 'integer' }, undefined],
    ['truth in any case', { a: 'True' }, { from: ['a'], as: 'boolean' }, true],
    [
      'a time with its zone',
      { a: '2026-03-01T18:15:00.1234567+09:00' },
      { from: ['a'], as: 'iso-time' },
      Date.UTC(2026, 2, 1, 9, 15, 0, 123),
    ],
    ['no thirteenth month', { a: '2026-13-01T00:00:00Z' }, { from: ['a'], as: 'iso-time' }, undefined],
    ['an address without its port', { a: '198.51.100.7:443' }, { from: ['a'], as: 'address' }, '198.51.100.7'],
    ['a name is what no address is', { a: 'ec2.amazonaws.com' }, { from: ['a'], as: 'name' }, 'ec2.amazonaws.com'],
    ['the port after the last colon', { a: '[2001:db8::1]:443' }, { from: ['a'], as: 'port' }, 443],
    ['a table', { a: 'x' }, { from: ['a'], values: { x: 1 }, otherwise: 0 }, 1],
    ['a table without the text', { a: 'toString' }, { from: ['a'], values: { x: 1 }, otherwise: 0 }, 0],
    ['conditions hold back the constant too', { a: 'x' }, { otherwise: 1, when: [{ path: 'b', exists: true }] }, undefined],
    ['conditions in lower case', { a: 'READ' }, { otherwise: 1, when: [{ path: 'a', startsWith: ['rea'], fold: true }] }, 1],
    ['all parts or none', { a: 'x' }, { join: { paths: ['a', 'b'], by: ' ' } }, undefined],
    ['parts together', { a: 'x', b: 'y' }, { join: { paths: ['a', 'b'], by: ' ' } }, 'x y'],
  ];
  for (const [name, record, field, expected] of cases) test(name, () => assert.deepEqual(value(record, field), expected));

  test('lists give an element for each element that says something', () => {
    const { row } = mapEvent(
      { source: 'duo.log', record: { a: [{ id: 1 }, {}, 'x', { id: 2 }] } },
      mapping([], [{ to: 'resources', each: 'a', fields: [{ to: 'uid', from: ['id'] }] }]),
    );
    assert.deepEqual(row['resources'], [{ uid: '1' }, { uid: '2' }]);
  });
});
