import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readLogText } from './read-log-text.ts';
import type { LogText } from './types.ts';

const call = (eventID: string, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  eventVersion: '1.09',
  eventTime: '2026-03-01T09:15:00Z',
  eventSource: 's3.amazonaws.com',
  eventName: 'GetObject',
  awsRegion: 'ap-northeast-1',
  eventID,
  recipientAccountId: '123456789012',
  ...more,
});
const pod = {
  kind: 'Event',
  apiVersion: 'audit.k8s.io/v1',
  auditID: 'c0ffee',
  verb: 'create',
  requestURI: '/api/v1/namespaces/orders/pods',
};

const sources = (text: LogText): readonly string[] => text.events.map((event) => event.source);
const ids = (text: LogText): readonly unknown[] => text.events.map((event) => event.record['eventID']);

describe('forms of CloudTrail', () => {
  const forms: readonly (readonly [string, string])[] = [
    ['a log file', JSON.stringify({ Records: [call('a'), call('b')] })],
    ['a log file, pretty', `\uFEFF${JSON.stringify({ Records: [call('a'), call('b')] }, null, 2)}\n`],
    ['one record a line', `${JSON.stringify(call('a'))}\n${JSON.stringify(call('b'))}\n`],
    ['one record a line, with carriage returns and an empty line', `${JSON.stringify(call('a'))}\r\n\r\n${JSON.stringify(call('b'))}`],
    ['a list', JSON.stringify([call('a'), call('b')])],
    ['one after the other, as Firehose writes', JSON.stringify(call('a')) + JSON.stringify(call('b'))],
    ['several documents, pretty', `${JSON.stringify(call('a'), null, 2)}\n${JSON.stringify(call('b'), null, 2)}\n`],
    ['a log file a line', `${JSON.stringify({ Records: [call('a')] })}\n${JSON.stringify({ Records: [call('b')] })}`],
    [
      'answer of LookupEvents',
      JSON.stringify({
        Events: [{ EventId: 'a', CloudTrailEvent: JSON.stringify(call('a')) }, { CloudTrailEvent: JSON.stringify(call('b')) }],
      }),
    ],
    [
      'CloudTrail Lake, whole events',
      JSON.stringify({ QueryResultRows: [[{ eventJson: JSON.stringify(call('a')) }], [{ eventJson: JSON.stringify(call('b')) }]] }),
    ],
    [
      'CloudTrail Lake, columns',
      JSON.stringify({
        QueryResultRows: ['a', 'b'].map((id) => [{ eventID: id }, { eventName: 'GetObject' }, { eventSource: 's3.amazonaws.com' }]),
      }),
    ],
    [
      'table of Athena',
      'eventversion,eventname,eventsource,eventid\n1.09,GetObject,s3.amazonaws.com,a\n1.09,GetObject,s3.amazonaws.com,b\n',
    ],
    [
      'event bus',
      ['a', 'b']
        .map((id) =>
          JSON.stringify({ version: '0', 'detail-type': 'AWS API Call via CloudTrail', account: '123456789012', detail: call(id) }),
        )
        .join('\n'),
    ],
    [
      'subscription of CloudWatch Logs',
      JSON.stringify({
        messageType: 'DATA_MESSAGE',
        owner: '123456789012',
        logGroup: 'trail',
        logEvents: [call('a'), call('b')].map((each) => ({ message: JSON.stringify(each) })),
      }),
    ],
    [
      'answer of FilterLogEvents',
      JSON.stringify({ events: [call('a'), call('b')].map((each) => ({ timestamp: 1, ingestionTime: 2, message: JSON.stringify(each) })) }),
    ],
  ];
  for (const [name, text] of forms)
    test(name, () => {
      const read = readLogText(text);
      assert.deepEqual(
        { ids: ids(read), sources: sources(read), problems: read.problems },
        { ids: ['a', 'b'], sources: ['aws.cloudtrail', 'aws.cloudtrail'], problems: [] },
      );
    });

  test('structures in rows are taken out of their text', () => {
    const row =
      'eventname,eventsource,useridentity,requestparameters\n' +
      'GetObject,s3.amazonaws.com,"{type=AssumedRole, principalid=AROAEXAMPLE:app, sessioncontext={attributes={mfaauthenticated=false, creationdate=2026-03-01T09:00:00Z}, sessionissuer=null}, invokedby=}",' +
      '"{""bucketName"":""orders-bucket""}"\n';
    assert.deepEqual(readLogText(row).events[0]?.record, {
      eventName: 'GetObject',
      eventSource: 's3.amazonaws.com',
      userIdentity: {
        type: 'AssumedRole',
        principalId: 'AROAEXAMPLE:app',
        sessionContext: { attributes: { mfaAuthenticated: 'false', creationDate: '2026-03-01T09:00:00Z' }, sessionIssuer: null },
        invokedBy: '',
      },
      requestParameters: { bucketName: 'orders-bucket' },
    });
  });

  test('files that lie beside the logs are no logs, and no trouble', () => {
    const digest = JSON.stringify({ awsAccountId: '123456789012', digestStartTime: '2026-03-01T09:00:00Z', logFiles: [] });
    assert.equal(readLogText(digest).skipped, 'cloudtrail-digest');
    assert.equal(readLogText('{}', { name: 'AWSLogs/123456789012/CloudTrail-Digest/x.json.gz' }).skipped, 'cloudtrail-digest');
    assert.equal(readLogText('{"Metadata":{}}', { name: 'x.json.gz.head.json' }).skipped, 'object-head');
    assert.equal(readLogText(' \n').skipped, 'empty');
    assert.deepEqual(readLogText('{"messageType":"CONTROL_MESSAGE","logEvents":[{"message":"x"}]}'), {
      events: [],
      problems: [],
      damaged: 0,
      unrecognized: 0,
      skipped: 'control-message',
    });
  });
});

describe('damage', () => {
  test('half a record at the end of a log file: the others are kept, the place is named', () => {
    const whole = JSON.stringify({ Records: [call('a'), call('b'), call('c')] });
    const read = readLogText(whole.slice(0, -60));
    assert.deepEqual(ids(read), ['a', 'b']);
    assert.deepEqual(read.problems, [
      { reason: 'half-record', line: 1, offset: whole.indexOf('{"eventVersion"', whole.indexOf('"b"')), detail: '' },
    ]);
  });

  test('half a record at the end of lines', () => {
    const text = `${JSON.stringify(call('a'))}\n${JSON.stringify(call('b'))}\n{"eventVersion":"1.0`;
    const read = readLogText(text);
    assert.deepEqual(ids(read), ['a', 'b']);
    assert.deepEqual(read.problems, [{ reason: 'half-record', line: 3, offset: text.lastIndexOf('{'), detail: '' }]);
  });

  test('the lists inside a record that breaks off do not become records', () => {
    const text = JSON.stringify(call('a', { resources: [{ ARN: 'arn:aws:s3:::orders-bucket' }, { ARN: 'arn:aws:s3:::orders-bucket/1' }] }));
    const read = readLogText(text.slice(0, -20));
    assert.deepEqual([read.events, read.problems.map((each) => each.reason)], [[], ['half-record']]);
  });

  test('a subscription that breaks off keeps its name of log group', () => {
    const text = JSON.stringify({
      messageType: 'DATA_MESSAGE',
      owner: '123456789012',
      logGroup: '/aws/eks/orders/cluster',
      subscriptionFilters: ['all'],
      logEvents: [{ message: JSON.stringify(pod) }, { message: JSON.stringify(pod) }],
    });
    const read = readLogText(text.slice(0, -30));
    assert.deepEqual(read.events, [
      { source: 'kubernetes.audit', record: pod, origin: { account: '123456789012', region: null, name: 'orders' } },
    ]);
    assert.equal(read.damaged, 1);
  });

  test('a line that is no JSON between others is named, with its line', () => {
    const read = readLogText(`${JSON.stringify(call('a'))}\nnot json at all\n${JSON.stringify(call('b'))}\n`);
    assert.deepEqual(ids(read), ['a', 'b']);
    assert.deepEqual(
      read.problems.map(({ reason, line }) => [reason, line]),
      [['bad-json', 2]],
    );
  });

  test('one broken record in a log file costs that record only', () => {
    const text = JSON.stringify({ Records: [call('a'), call('b'), call('c')] }).replace('"eventID":"b"', '"eventID":b');
    const read = readLogText(text);
    assert.deepEqual([ids(read), read.damaged], [['a', 'c'], 1]);
  });

  test('records of no known log are counted and described by their keys, never by their values', () => {
    const read = readLogText('{"password":"hunter2","x":1}\n{"y":2}\n');
    assert.deepEqual([read.events.length, read.unrecognized, read.problems.map((each) => each.detail)], [0, 2, ['password, x', 'y']]);
  });

  test('problems are shown up to a limit and counted beyond it', () => {
    const read = readLogText(`${JSON.stringify(call('a'))}\n${'}\n'.repeat(500)}`);
    assert.deepEqual([read.events.length, read.damaged, read.problems.length], [1, 500, 100]);
  });

  test('a record that is wrapped in itself without end is refused', () => {
    const deep = `${'{"detail-type":"x","detail":'.repeat(50)}{}${'}'.repeat(50)}`;
    assert.deepEqual(
      readLogText(deep).problems.map((each) => each.reason),
      ['too-nested'],
    );
  });

  test('nesting as deep as a text can be does not end the process', () => {
    const read = readLogText(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    assert.equal(read.events.length, 0);
    assert.ok(readLogText('{"a":'.repeat(200_000)).damaged >= 1);
  });
});
