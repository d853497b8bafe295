/** Listings that the SDK cannot page through, and calls that need to know what the listing above them was asked about. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import type { JsonObject } from '@kumomori/model';
import { CallBudget } from '../budget.ts';
import { runService } from './run-service.ts';
import type { AwsService } from './service.ts';
import { service as codedeploy } from './services/codedeploy.ts';
import { service as wafv2 } from './services/wafv2.ts';

interface Asked {
  readonly operation: string;
  readonly request: JsonObject;
}

/** Every request that a collection sends, answered with what `answer` says. */
async function asked(service: AwsService, answer: (asked: Asked) => JsonObject): Promise<readonly Asked[]> {
  const requests: Asked[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
      const one: Asked = { operation, request: JSON.parse(text) as JsonObject };
      requests.push(one);
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer(one)));
    });
  });
  const { promise: listening, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', () => resolve());
  await listening;
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  try {
    await runService(service, 'eu-west-1', {
      connection: {
        account: '123456789012',
        partition: 'aws',
        credentials: async () => ({ accessKeyId: 'testing', secretAccessKey: 'testing' }),
        endpoint: `http://127.0.0.1:${port}`,
      },
      env: {
        sink: { record: async () => {}, recorded: () => null },
        budget: new CallBudget({ perSecond: 1000 }),
        redact: (json) => json,
        now: () => new Date('2026-11-22T00:00:00Z'),
        signal: new AbortController().signal,
        onProgress: () => {},
      },
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return requests;
}

const of = (requests: readonly Asked[], operation: string): readonly JsonObject[] =>
  requests.filter((each) => each.operation === operation).map(({ request }) => request);

test('a listing without a paginator is read to its end', async () => {
  const requests = await asked(wafv2, ({ operation, request }) => {
    if (operation !== 'ListWebACLs') return {};
    const id = request['NextMarker'] === undefined ? '1' : '2';
    const more = id === '1' ? { NextMarker: 'more' } : {};
    return {
      WebACLs: [{ Name: `web-${id}`, Id: id, ARN: `arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/web-${id}/${id}` }],
      ...more,
    };
  });
  assert.deepEqual(of(requests, 'ListWebACLs'), [
    { Scope: 'REGIONAL', Limit: 100 },
    { Scope: 'REGIONAL', Limit: 100, NextMarker: 'more' },
  ]);
  assert.deepEqual(
    of(requests, 'GetWebACL').map(({ Id }) => Id),
    ['1', '2'],
  );
});

test('a service that answers with the same token again is not asked for ever', async () => {
  const requests = await asked(wafv2, ({ operation }) => (operation === 'ListWebACLs' ? { WebACLs: [], NextMarker: 'same' } : {}));
  assert.equal(of(requests, 'ListWebACLs').length, 2);
});

test('a call below a listing knows what the listing was asked about', async () => {
  const requests = await asked(codedeploy, ({ operation, request }) => {
    if (operation === 'ListApplications') return { applications: ['shop', 'mail'] };
    return operation === 'ListDeploymentGroups' ? { deploymentGroups: [`${String(request['applicationName'])}-web`] } : {};
  });
  assert.deepEqual(
    of(requests, 'BatchGetDeploymentGroups').toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
    [
      { applicationName: 'mail', deploymentGroupNames: ['mail-web'] },
      { applicationName: 'shop', deploymentGroupNames: ['shop-web'] },
    ],
  );
});
