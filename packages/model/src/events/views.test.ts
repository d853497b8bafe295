import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventFacts } from './facts/index.ts';
import { otherWords } from './views.ts';

const entry = (protoPayload: Readonly<Record<string, unknown>>) => ({
  source: 'gcp.audit' as const,
  record: {
    insertId: 'i-1',
    timestamp: '2026-03-01T09:15:00Z',
    logName: 'projects/orders-prod/logs/cloudaudit.googleapis.com%2Factivity',
    protoPayload,
  },
});

test('an event of GKE in the words of Kubernetes', () => {
  const event = entry({
    serviceName: 'k8s.io',
    methodName: 'io.k8s.core.v1.pods.exec.create',
    resourceName: 'core/v1/namespaces/orders/pods/web-0/exec',
    authenticationInfo: { principalEmail: 'alice@example.com' },
    requestMetadata: { callerIp: '198.51.100.7' },
    authorizationInfo: [{ granted: true }],
  });
  const words = otherWords(event);
  assert.deepEqual(
    [words?.source, words?.record['verb'], words?.record['objectRef']],
    ['kubernetes.audit', 'create', { resource: 'pods', subresource: 'exec', apiVersion: 'v1', namespace: 'orders', name: 'web-0' }],
  );
  assert.ok(words);
  const { action, resource, principal, outcome, sourceIp } = eventFacts(words);
  assert.deepEqual(
    [action, resource, principal, outcome, sourceIp],
    ['create pods/exec', 'namespaces/orders/pods/web-0', 'alice@example.com', 'success', '198.51.100.7'],
  );
});

test('groups have their whole names, things of the cluster no namespace', () => {
  const words = otherWords(
    entry({
      serviceName: 'k8s.io',
      methodName: 'io.k8s.authorization.rbac.v1.clusterrolebindings.create',
      resourceName: 'rbac.authorization.k8s.io/v1/clusterrolebindings/admins',
      status: { code: 7 },
    }),
  );
  assert.deepEqual(
    [words?.record['objectRef'], words?.record['responseStatus']],
    [{ resource: 'clusterrolebindings', apiGroup: 'rbac.authorization.k8s.io', apiVersion: 'v1', name: 'admins' }, { code: 403 }],
  );
});

test('an event of Workspace in the words of its reports', () => {
  const words = otherWords(
    entry({
      serviceName: 'admin.googleapis.com',
      authenticationInfo: { principalEmail: 'alice@example.com' },
      metadata: {
        event: [
          { eventType: 'USER_SETTINGS', eventName: 'CHANGE_PASSWORD', parameter: [{ name: 'USER_EMAIL', value: 'bob@example.com' }] },
        ],
      },
    }),
  );
  assert.ok(words);
  assert.deepEqual(
    [words.source, eventFacts(words).action, eventFacts(words).resource],
    ['google.workspace', 'CHANGE_PASSWORD', 'bob@example.com'],
  );
});

test('other audit logs have no other words', () => {
  assert.equal(otherWords(entry({ serviceName: 'storage.googleapis.com', methodName: 'storage.buckets.get' })), null);
});
