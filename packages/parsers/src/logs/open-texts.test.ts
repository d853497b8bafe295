import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLogText } from './read-log-text.ts';

/** The only event of a text, without where it came from. */
function only(value: unknown): readonly [string, Readonly<Record<string, unknown>>] {
  const { events, problems } = readLogText(JSON.stringify(value));
  assert.deepEqual(problems, []);
  const [event] = events;
  assert.ok(event && events.length === 1);
  return [event.source, event.record];
}

const json = (value: unknown): string => JSON.stringify(value);

test('the properties of activities in Log Analytics are opened, what else they hold stays text', () => {
  const row = {
    Type: 'AzureActivity',
    OperationNameValue: 'MICROSOFT.AUTHORIZATION/ROLEASSIGNMENTS/WRITE',
    Authorization: json({ scope: '/subscriptions/1' }),
    Properties: json({ statusCode: 'OK', requestbody: json({ properties: { principalId: 'p' } }) }),
    Caller: 'alice@example.com',
  };
  assert.deepEqual(only(row), [
    'azure.activity',
    {
      ...row,
      Authorization: { scope: '/subscriptions/1' },
      Properties: { statusCode: 'OK', requestbody: '{"properties":{"principalId":"p"}}' },
    },
  ]);
});

test('columns of sign-ins and of the directory are opened', () => {
  const signIn = { Type: 'SigninLogs', Status: json({ errorCode: 50126 }), LocationDetails: json({ city: 'Tokyo' }), ResultType: '50126' };
  assert.deepEqual(only(signIn), ['azure.signin', { ...signIn, Status: { errorCode: 50126 }, LocationDetails: { city: 'Tokyo' } }]);
  const audit = {
    Type: 'AuditLogs',
    OperationName: 'Add member to role',
    TargetResources: json([{ type: 'User' }]),
    InitiatedBy: 'portal',
  };
  assert.deepEqual(only(audit), ['azure.audit', { ...audit, TargetResources: [{ type: 'User' }] }]);
  const risk = { Category: 'UserRiskEvents', properties: json({ riskEventType: 'leakedCredentials' }) };
  assert.deepEqual(only(risk), ['azure.risk', { ...risk, properties: { riskEventType: 'leakedCredentials' } }]);
});

test('rows of BigQuery are read in the words of the log', () => {
  const row = {
    insertId: 'i-2',
    protopayload_auditlog: {
      methodName: 'SetIamPolicy',
      metadataJson: json({ event: [{ eventName: 'ASSIGN_ROLE' }] }),
      servicedata_v1_iam: { policyDelta: { bindingDeltas: [{ action: 'ADD', member: 'allUsers' }] } },
    },
  };
  const [source, record] = only(row);
  assert.equal(source, 'gcp.audit');
  assert.deepEqual(record, {
    insertId: 'i-2',
    protoPayload: {
      ...row.protopayload_auditlog,
      metadata: { event: [{ eventName: 'ASSIGN_ROLE' }] },
      serviceData: row.protopayload_auditlog.servicedata_v1_iam,
    },
  });
});

test('metadata of a Google Cloud audit log that is written as text is opened', () => {
  const entry = {
    protoPayload: { methodName: 'google.cloud.bigquery.v2.TableService.InsertTable', metadata: json({ tableCreation: {} }) },
  };
  assert.deepEqual(only(entry)[1], { protoPayload: { ...entry.protoPayload, metadata: { tableCreation: {} } } });
});

const audit = { kind: 'Event', apiVersion: 'audit.k8s.io/v1', auditID: 'a-1', verb: 'create', objectRef: { resource: 'pods' } };

test('the audit log of a cluster is found in lines of containers', () => {
  const lines = [
    { time: '2026-11-20T09:00:00Z', stream: 'stdout', log: `${json(audit)}\n`, kubernetes: { pod_name: 'kube-apiserver-1' } },
    { TimeGenerated: '2026-11-20T09:00:00Z', ContainerName: 'kube-apiserver', LogMessage: audit },
    { TimeGenerated: '2026-11-20T09:00:00Z', ContainerName: 'kube-apiserver', LogEntry: json(audit) },
    { Type: 'AzureDiagnostics', Category: 'kube-audit', log_s: json(audit) },
  ];
  for (const line of lines) assert.deepEqual(only(line), ['kubernetes.audit', audit]);
});

test('columns of AKSAudit are opened', () => {
  const row = {
    AuditId: 'a-1',
    Verb: 'create',
    RequestUri: '/api/v1/pods',
    ObjectRef: json({ resource: 'pods' }),
    User: json({ username: 'bob' }),
  };
  assert.deepEqual(only(row), ['kubernetes.audit', { ...row, ObjectRef: { resource: 'pods' }, User: { username: 'bob' } }]);
});

test('parameters of Microsoft 365 are opened', () => {
  const row = {
    Operation: 'Set-Mailbox',
    Workload: 'Exchange',
    CreationTime: '2026-11-20T09:00:00',
    Parameters: json([{ Name: 'ForwardTo' }]),
  };
  assert.deepEqual(only(row), ['m365.audit', { ...row, Parameters: [{ Name: 'ForwardTo' }] }]);
});

test('lines of other programs, broken texts, deep and long ones stay as they are', () => {
  const { events, unrecognized } = readLogText(json({ time: '2026-11-20T09:00:00Z', stream: 'stdout', log: json({ level: 'info' }) }));
  assert.deepEqual([events.length, unrecognized], [0, 1]);
  const closed = ['{"a":', '{}}', 'plain', `${'['.repeat(100)}${']'.repeat(100)}`, json({ a: 'x'.repeat(1024 * 1024) }), '"text"', '7'];
  for (const Properties of closed) assert.equal(only({ Type: 'AzureActivity', Properties })[1]['Properties'], Properties);
});
