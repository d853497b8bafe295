import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readLogText } from './read-log-text.ts';
import { sourceOfRecord } from './recognize.ts';

const first = (text: string): unknown => {
  const { events, problems } = readLogText(text);
  assert.deepEqual(problems, []);
  return events[0];
};

describe('lines of text', () => {
  test('default VPC Flow Logs have no header; numbers are numbers, ids stay text', () => {
    assert.deepEqual(first('2 012345678901 eni-0abc 10.0.0.5 203.0.113.9 44321 443 6 10 8400 1772356500 1772356560 ACCEPT OK\n'), {
      source: 'aws.vpc-flow',
      record: {
        ...{
          version: 2,
          'account-id': '012345678901',
          'interface-id': 'eni-0abc',
          srcaddr: '10.0.0.5',
          dstaddr: '203.0.113.9',
          srcport: 44321,
        },
        ...{
          dstport: 443,
          protocol: 6,
          packets: 10,
          bytes: 8400,
          start: 1772356500,
          end: 1772356560,
          action: 'ACCEPT',
          'log-status': 'OK',
        },
      },
    });
  });

  test('a header gives the fields, in any order and of any version', () => {
    const read = readLogText(
      'version vpc-id srcaddr flow-direction encryption-status\n8 vpc-1 2001:db8::1 egress 1\n8 vpc-1 - ingress 0\n',
    );
    assert.deepEqual(
      read.events.map(({ record }) => record),
      [
        { version: 8, 'vpc-id': 'vpc-1', srcaddr: '2001:db8::1', 'flow-direction': 'egress', 'encryption-status': 1 },
        { version: 8, 'vpc-id': 'vpc-1', srcaddr: null, 'flow-direction': 'ingress', 'encryption-status': 0 },
      ],
    );
  });

  test('flow logs in a subscription of CloudWatch Logs', () => {
    const message = '2 123456789012 eni-0abc - - - - - - - 1772356500 1772356560 - NODATA';
    const read = readLogText(
      JSON.stringify({ messageType: 'DATA_MESSAGE', owner: '123456789012', logGroup: 'flows', logEvents: [{ message }] }),
    );
    assert.deepEqual(
      read.events.map(({ source, origin }) => [source, origin?.name]),
      [['aws.vpc-flow', 'flows']],
    );
  });

  test('S3 server access logs: quotes inside the agent do not end it', () => {
    const line =
      '79a59df900b949e5 orders-bucket [06/Feb/2026:00:00:38 +0000] 192.0.2.3 arn:aws:iam::123456789012:user/alice 3E57427F3EXAMPLE REST.GET.OBJECT a%20b.csv ' +
      '"GET /orders-bucket/a%20b.csv HTTP/1.1" 200 - 113 113 7 5 "-" "curl "x" 8.0" - s9lzHYrFp76ZVxRcpX9 SigV4 ECDHE-RSA AuthHeader orders-bucket.s3.amazonaws.com TLSV1.2 - -';
    const { record } = first(line) as { readonly record: Readonly<Record<string, unknown>> };
    assert.deepEqual(
      [
        record['bucket_name'],
        record['requestdatetime'],
        record['key'],
        record['httpstatus'],
        record['errorcode'],
        record['useragent'],
        record['tlsversion'],
      ],
      ['orders-bucket', '06/Feb/2026:00:00:38 +0000', 'a%20b.csv', 200, null, 'curl "x" 8.0', 'TLSV1.2'],
    );
  });

  const balancers: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
    [
      'application',
      'https 2026-03-01T09:15:00.186641Z app/orders/50dc6c495c0c9188 198.51.100.7:2817 10.0.0.1:80 0.086 0.048 0.037 200 200 0 57 "GET https://www.example.com:443/ HTTP/1.1" "curl/8.0" ECDHE-RSA TLSv1.2 arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/orders/73e2d6bc24d8a067 "Root=1-58337281" "www.example.com" "arn:aws:acm:us-east-2:123456789012:certificate/1" 1 2026-03-01T09:15:00.000000Z "authenticate,forward" "-" "-" "10.0.0.1:80" "200" "-" "-" TID_x',
      {
        type: 'https',
        'client:port': '198.51.100.7:2817',
        elb_status_code: 200,
        sent_bytes: 57,
        request: 'GET https://www.example.com:443/ HTTP/1.1',
        trace_id: 'Root=1-58337281',
        redirect_url: null,
        conn_trace_id: 'TID_x',
      },
    ],
    [
      'network',
      'tls 2.0 2026-03-01T09:15:00 net/orders/c6e77e28c25b2234 g3d4b5e8bb8464cd 198.51.100.7:51341 10.0.0.1:443 5 2 98 246 - arn:aws:acm:us-east-2:123456789012:certificate/1 - ECDHE-RSA tlsv12 - www.example.com - - - 2026-03-01T09:15:00',
      { type: 'tls', 'client:port': '198.51.100.7:51341', received_bytes: 98, sent_bytes: 246, domain_name: 'www.example.com' },
    ],
    [
      'classic',
      '2026-03-01T09:15:00.945958Z orders 198.51.100.7:2817 10.0.0.1:80 0.000073 0.001048 0.000057 200 200 0 29 "GET http://www.example.com:80/ HTTP/1.1" "curl/8.0" - -',
      { elb: 'orders', 'client:port': '198.51.100.7:2817', sent_bytes: 29, user_agent: 'curl/8.0', ssl_cipher: null },
    ],
  ];
  for (const [name, line, some] of balancers)
    test(`a line of the ${name} load balancer`, () => {
      const { source, record } = first(line) as { readonly source: string; readonly record: Readonly<Record<string, unknown>> };
      assert.deepEqual([source, Object.fromEntries(Object.keys(some).map((key) => [key, record[key]]))], ['aws.load-balancer', some]);
    });

  test('CloudFront: fields of the header, tabs between', () => {
    const read = readLogText(
      '#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs(User-Agent)\n2026-03-01\t09:15:00\tNRT57\t2000\t198.51.100.7\tcurl%208\n',
    );
    assert.deepEqual(read.events, [
      {
        source: 'aws.cloudfront',
        record: {
          date: '2026-03-01',
          time: '09:15:00',
          'x-edge-location': 'NRT57',
          'sc-bytes': 2000,
          'c-ip': '198.51.100.7',
          'cs(User-Agent)': 'curl%208',
        },
      },
    ]);
  });

  test('a line that breaks off at the end, and one that fits nothing', () => {
    const read = readLogText('version srcaddr dstaddr action\n2 10.0.0.5 10.0.0.6 ACCEPT\nwhat is this line about then\n2 10.0.0.5 10.');
    assert.deepEqual(
      [read.events.length, read.problems.map(({ reason, line }) => [reason, line])],
      [
        1,
        [
          ['bad-line', 3],
          ['half-record', 4],
        ],
      ],
    );
  });

  test('a header alone is an empty file', () => {
    assert.equal(readLogText('version srcaddr dstaddr\n').skipped, 'empty');
  });

  test('plain text is no log', () => {
    const read = readLogText('Dear reader,\nthis is a letter.\n', { name: 'letter.txt' });
    assert.deepEqual([read.events.length, read.damaged + read.unrecognized > 0], [0, true]);
  });
});

describe('tables', () => {
  test('the unified audit log of Microsoft 365: the record is in a cell', () => {
    const data = { CreationTime: '2026-03-01T09:15:00', Id: 'm-1', Operation: 'Send', Workload: 'Exchange', UserId: 'alice@example.com' };
    const cell = JSON.stringify(data).replaceAll('"', '""');
    assert.deepEqual(
      first(`RecordId,CreationDate,RecordType,Operation,UserId,AuditData\nx,2026-03-01,2,Send,alice@example.com,"${cell}"\n`),
      { source: 'm365.audit', record: data },
    );
  });

  test("the portal's sign-ins, with cells over several lines", () => {
    const read = readLogText(
      '\uFEFF"Date (UTC)","Request ID","User agent","Username","IP address","Application","Status","Sign-in error code"\r\n"2026-03-01T09:15:00Z","r-1","a\r\nb","alice@example.com","198.51.100.7","Azure Portal","Failure","50126"\r\n',
    );
    assert.deepEqual([read.events[0]?.source, read.events[0]?.record['User agent'], read.problems], ['azure.signin', 'a\r\nb', []]);
  });

  test('Log Analytics: times as Americans write them, dynamic columns as values', () => {
    const read = readLogText(
      '"TimeGenerated [UTC]",OperationName,Result,InitiatedBy,TargetResources,LoggedByService\n"3/1/2026, 12:05:09.123 AM",Update user,success,"{""user"":{""id"":""1""}}","[{""id"":""2""}]",Core Directory\n',
    );
    assert.deepEqual(read.events, [
      {
        source: 'azure.audit',
        record: {
          TimeGenerated: '2026-03-01T00:05:09.123Z',
          OperationName: 'Update user',
          Result: 'success',
          InitiatedBy: { user: { id: '1' } },
          TargetResources: [{ id: '2' }],
          LoggedByService: 'Core Directory',
        },
      },
    ]);
  });
});

describe('wrappings', () => {
  const pod = { kind: 'Event', apiVersion: 'audit.k8s.io/v1', auditID: 'a-1', verb: 'create', requestURI: '/api' };
  const entry = {
    insertId: 'i',
    logName: 'projects/orders/logs/cloudaudit.googleapis.com%2Factivity',
    protoPayload: { methodName: 'x.y.get' },
  };

  const cases: readonly (readonly [string, unknown, string, unknown])[] = [
    ['EventList of Kubernetes', { kind: 'EventList', apiVersion: 'audit.k8s.io/v1', items: [pod] }, 'kubernetes.audit', pod],
    [
      'AKS: the event as text in a diagnostic record',
      {
        records: [
          {
            category: 'kube-audit-admin',
            resourceId: '/SUBSCRIPTIONS/S/RESOURCEGROUPS/R/PROVIDERS/MICROSOFT.CONTAINERSERVICE/MANAGEDCLUSTERS/ORDERS',
            properties: { log: JSON.stringify(pod) },
          },
        ],
      },
      'kubernetes.audit',
      pod,
    ],
    ['Pub/Sub push', { message: { data: btoa(JSON.stringify(entry)), messageId: '1' }, subscription: 's' }, 'gcp.audit', entry],
    ['entry in `data`', { data: entry }, 'gcp.audit', entry],
    ['answer of entries.list', { entries: [entry] }, 'gcp.audit', entry],
    [
      'answer of the activity log',
      { value: [{ eventDataId: 'd', operationName: { value: 'a/b/read' }, caller: 'x' }] },
      'azure.activity',
      { eventDataId: 'd', operationName: { value: 'a/b/read' }, caller: 'x' },
    ],
    [
      'Workspace reports',
      { kind: 'admin#reports#activities', items: [{ kind: 'admin#reports#activity', id: { applicationName: 'login' } }] },
      'google.workspace',
      { kind: 'admin#reports#activity', id: { applicationName: 'login' } },
    ],
  ];
  for (const [name, value, source, record] of cases)
    test(name, () => {
      const { events, problems } = readLogText(JSON.stringify(value));
      assert.deepEqual([events.map((event) => [event.source, event.record]), problems], [[[source, record]], []]);
    });

  test('a flow record of Azure becomes a record for each tuple', () => {
    const nsg = {
      records: [
        {
          time: '2026-03-01T09:16:00Z',
          category: 'NetworkSecurityGroupFlowEvent',
          resourceId: '/S',
          properties: {
            Version: 2,
            flows: [
              {
                rule: 'Allow',
                flows: [
                  {
                    mac: '000D',
                    flowTuples: [
                      '1772356500,10.0.0.5,203.0.113.9,40000,443,T,O,A,B,,,,',
                      '1772356501,10.0.0.5,203.0.113.9,40000,443,T,O,A,C,10,8400,8,900',
                      'broken',
                    ],
                  },
                ],
              },
            ],
          },
        },
      ],
    };
    const read = readLogText(JSON.stringify(nsg));
    assert.deepEqual(
      [
        read.events.map(({ source, record }) => [
          source,
          record['rule'],
          record['flowState'],
          record['bytesSourceToDestination'],
          record['timeStamp'],
        ]),
        read.damaged,
      ],
      [
        [
          ['azure.flow', 'Allow', 'B', undefined, 1772356500],
          ['azure.flow', 'Allow', 'C', 8400, 1772356501],
        ],
        1,
      ],
    );
    const vnet = {
      records: [
        {
          category: 'FlowLogFlowEvent',
          flowLogGUID: 'g',
          flowRecords: {
            flows: [
              { aclID: 'acl', flowGroups: [{ rule: 'Deny', flowTuples: ['1772356500000,10.0.0.5,192.0.2.9,40000,22,6,O,D,NX,0,0,0,0'] }] },
            ],
          },
        },
      ],
    };
    const [event] = readLogText(JSON.stringify(vnet)).events;
    assert.deepEqual(
      [event?.record['aclID'], event?.record['flowState'], event?.record['flowEncryption'], event?.record['protocol']],
      ['acl', 'D', 'NX', '6'],
    );
  });
});

describe('near misses', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, string | null])[] = [
    ['a webhook of GitHub has an action without a dot', { action: 'opened', issue: {}, repository: {} }, null],
    [
      'an event of an S3 notification has its own names',
      { eventVersion: '2.1', eventSource: 'aws:s3', eventName: 'ObjectCreated:Put', s3: {} },
      null,
    ],
    ['a log entry of Google that is no audit log', { logName: 'projects/p/logs/requests', httpRequest: {}, insertId: 'x' }, null],
    ['a finding of GuardDuty', { accountId: '123456789012', arn: 'a', service: {}, severity: 5, type: 'x' }, null],
    ['Okta is not CloudTrail', { eventType: 'user.session.start', published: 'x', actor: {} }, 'okta.system'],
    ['CloudTrail is not Okta', { eventType: 'AwsApiCall', eventVersion: '1' }, 'aws.cloudtrail'],
    [
      'a resource log is no activity',
      { time: 't', resourceId: '/x', category: 'AuditEvent', operationName: 'SecretGet' },
      'azure.diagnostic',
    ],
    [
      'nor is a policy of Entra',
      { category: 'Policy', operationName: 'Update policy', properties: { initiatedBy: {}, activityDisplayName: 'x' }, tenantId: 't' },
      'azure.audit',
    ],
    ['a query log is no flow log', { srcaddr: '10.0.0.5', dstaddr: 'x', query_name: 'a.', vpc_id: 'v' }, 'aws.route53-resolver'],
    ['nothing', {}, null],
  ];
  for (const [name, record, expected] of cases) test(name, () => assert.equal(sourceOfRecord(record), expected));

  test('the name settles what the content leaves open, and nothing else', () => {
    const shortened = '{"eventType":"user.session.start"}';
    assert.equal(readLogText(shortened).events[0]?.source, 'okta.system');
    assert.equal(
      readLogText('{"eventName":"CreateUser","requestParameters":{}}', { name: 'okta.json' }).events[0]?.source,
      'aws.cloudtrail',
    );
  });
});
