/** The whole way: a subscription that is wrong in everything, behind a server that answers like Azure → snapshot folder → verdicts. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { collectAzure } from '@kumomori/collectors';
import { checks } from '@kumomori/content';
import { evaluateIn } from '@kumomori/engine';
import type { Json, Status } from '@kumomori/model';
import { azureCalls, azurePathOf, normalizeCode, resourceReaders } from '@kumomori/model';
import type { AzureBody } from '../testing/azure-estate.ts';
import { NotLiteral, SUBSCRIPTION, answerOf, deployed } from '../testing/azure-estate.ts';
import { inFolder } from '../testing/index.ts';
import type { Collector } from './collect-account.ts';
import { collectAccount } from './collect-account.ts';
import { resourceSet } from './evaluate-checks.ts';
import { exampleRoots } from './example-resources.ts';
import { openLive } from './live-target.ts';

const TENANT = '99999999-8888-7777-6666-555555555555';

/** Every resource of the templates that must fail, the first of each id. */
function wrongEstate(): readonly AzureBody[] {
  const bodies = new Map<string, AzureBody>();
  const examples = checks.filter(({ id }) => id.startsWith('azure-')).flatMap(({ check }) => check.examples);
  for (const { expect, sources } of examples) {
    if (expect !== 'fail' || sources.arm === undefined) continue;
    for (const root of exampleRoots('arm', sources.arm)) {
      try {
        for (const body of deployed(root.resources)) bodies.set(body.id.toLowerCase(), bodies.get(body.id.toLowerCase()) ?? body);
      } catch (error) {
        if (!(error instanceof NotLiteral)) throw error;
      }
    }
  }
  return [...bodies.values()];
}

/** By path, as the API would be asked. */
function answersOf(bodies: readonly AzureBody[]): ReadonlyMap<string, Json> {
  const subscription = `/subscriptions/${SUBSCRIPTION}`;
  const answers = new Map<string, Json>([['/subscriptions', { value: [{ subscriptionId: SUBSCRIPTION }] }]]);
  for (const call of azureCalls) {
    const owners = bodies.filter(({ type }) => call.of?.some((each) => each.toLowerCase() === type.toLowerCase())).map(({ id }) => id);
    for (const about of call.of ? owners : [subscription]) {
      const answer = answerOf(call, about, bodies);
      if (answer !== null) answers.set(azurePathOf(call, about).toLowerCase(), answer);
    }
  }
  return answers.set('/v1.0/organization', { value: [{ id: TENANT, displayName: 'Example' }] });
}

test('a subscription that is wrong in everything is collected, stored and judged so', async () => {
  const answers = answersOf(wrongEstate());
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname).toLowerCase();
    const answer = answers.get(path);
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { error: { code: 'ResourceNotFound', message: 'there is no such thing' } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = `x.${Buffer.from(JSON.stringify({ upn: 'auditor@example.com', tid: TENANT })).toString('base64url')}.y`;
  try {
    await inFolder({}, async (folder) => {
      const report = await collectAccount({
        provider: 'azure',
        asked: { endpoint, graphEndpoint: endpoint, token: async () => await Promise.resolve(token) },
        output: 'snapshot',
        cwd: folder,
        variables: { KUMOMORI_DATA: `${folder}/data`, HOME: folder },
        language: 'en',
        now: () => new Date('2026-11-22T09:00:00Z'),
        resume: false,
        keepSecrets: false,
        maxCalls: null,
        parallel: null,
        perSecond: 1000,
        // What it is asked is made by the command line otherwise.
        collector: collectAzure as Collector,
      });
      assert.deepEqual(report.gaps, []);
      assert.equal(report.principal, 'auditor@example.com');
      const failing = checksThat('fail', `${folder}/snapshot`);
      assert.ok(failing.size >= 300, `${failing.size} checks fail`);
      // A sample that no change of the catalogue should take away.
      for (const id of [
        'azure-storage-container-private',
        'azure-rbac-owner-count',
        'azure-nsg-no-ssh-from-internet',
        'azure-sql-tde-enabled',
      ])
        assert.ok(failing.has(id), id);
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

function checksThat(status: Status, folder: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const root of openLive(folder).roots()) {
    const resources = normalizeCode(root, resourceReaders);
    const set = resourceSet(resources, root, resourceReaders);
    for (const { id, check } of checks) {
      const own = resources.filter(({ type }) => type === check.on);
      if (own.some((resource) => evaluateIn(set, check, resource, { params: {} }).status === status)) found.add(id);
    }
  }
  return found;
}
