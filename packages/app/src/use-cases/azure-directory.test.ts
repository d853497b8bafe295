/** A directory's users are judged by roles that stand in the answers of its subscriptions. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { checks } from '@kumomori/content';
import { evaluateIn } from '@kumomori/engine';
import type { Status } from '@kumomori/model';
import { normalizeCode, resourceReaders } from '@kumomori/model';
import { inFolder, writeSnapshot } from '../testing/index.ts';
import type { RecordedAnswers } from '../testing/index.ts';
import { resourceSet } from './evaluate-checks.ts';
import { openLive } from './live-target.ts';

const [SUBSCRIPTION, OTHER, TENANT] = [
  '11111111-2222-3333-4444-555555555555',
  '22222222-3333-4444-5555-666666666666',
  '99999999-8888-7777-6666-555555555555',
];
const LOGIN = 'fb879df8-f326-4884-b1cf-06f3ad86be52';
const select = 'id,displayName,userPrincipalName,accountEnabled,userType,createdDateTime';

const directory: RecordedAnswers = {
  [`azure:${TENANT}:global:graph.microsoft.com:users`]: [
    {
      request: { path: '/v1.0/users', $select: select, $top: '999' },
      response: {
        value: [
          { id: 'u1', userPrincipalName: 'hanako@example.com' },
          { id: 'u2', userPrincipalName: 'taro@example.com' },
        ],
      },
    },
  ],
  [`azure:${TENANT}:global:graph.microsoft.com:userRegistrationDetails`]: [
    { request: { path: '/v1.0/reports/authenticationMethods/userRegistrationDetails' }, response: { value: [] } },
  ],
};

function assignments(subscription: string, principals: readonly string[]): RecordedAnswers {
  const path = `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleAssignments`;
  const value = principals.map((principalId) => ({
    id: `${path}/${principalId}`,
    properties: { principalId, roleDefinitionId: `/x/${LOGIN}` },
  }));
  return { [`azure:${subscription}:global:Microsoft.Authorization:roleAssignments`]: [{ request: { path }, response: { value } }] };
}

async function verdicts(answers: RecordedAnswers): Promise<readonly Status[]> {
  return await inFolder({}, async (folder) => {
    await writeSnapshot(join(folder, 'snapshot'), answers);
    const entry = checks.find(({ id }) => id === 'azure-entra-vm-access-mfa');
    assert.ok(entry);
    return [...openLive(join(folder, 'snapshot')).roots()].flatMap((root) => {
      const resources = normalizeCode(root, resourceReaders);
      const users = resources.filter(({ type }) => type === 'azure.entra.user');
      return users.map((user) => evaluateIn(resourceSet(resources, root, resourceReaders), entry.check, user).status);
    });
  });
}

test('a user who may enter a machine of any subscription needs a second factor, others do not', async () => {
  assert.deepEqual(await verdicts({ ...directory, ...assignments(SUBSCRIPTION, []), ...assignments(OTHER, ['u1']) }), [
    'fail',
    'not-applicable',
  ]);
});

test('roles that nobody could read leave it unknown', async () => {
  const refused = {
    [`azure:${SUBSCRIPTION}:global:Microsoft.Authorization:roleAssignments`]: [{ error: { code: 'AuthorizationFailed', message: 'no' } }],
  };
  assert.deepEqual(await verdicts({ ...directory, ...refused, ...assignments(OTHER, ['u1']) }), ['fail', 'unknown']);
  assert.deepEqual(await verdicts(directory), ['unknown', 'unknown']);
});
