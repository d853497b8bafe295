import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAdminRole, isConsumerAccount, isDefaultServiceAccount, isPublicMember } from './members.ts';

test('everybody and everybody with a Google account are the public, a domain is not', () => {
  const members = ['allUsers', 'allAuthenticatedUsers', 'domain:example.com', 'group:allUsers@example.com'];
  assert.deepEqual(members.filter(isPublicMember), ['allUsers', 'allAuthenticatedUsers']);
});

test('default service accounts are known by their domain, alone or as a member', () => {
  const accounts: readonly (readonly [string, boolean])[] = [
    ['123456789012-compute@developer.gserviceaccount.com', true],
    ['serviceAccount:orders-prd@appspot.gserviceaccount.com', true],
    ['serviceAccount:web@orders-prd.iam.gserviceaccount.com', false],
    ['serviceAccount:service-123456789012@compute-system.iam.gserviceaccount.com', false],
  ];
  for (const [account, expected] of accounts) assert.equal(isDefaultServiceAccount(account), expected, account);
});

test('consumer accounts are users of mail services, whatever the case of the domain', () => {
  assert.equal(isConsumerAccount('user:eve@Gmail.com'), true);
  assert.equal(isConsumerAccount('user:eve@example.com'), false);
  assert.equal(isConsumerAccount('group:team@gmail.com'), false);
});

test('owner, editor and everything called admin are admin roles', () => {
  const roles = ['roles/owner', 'roles/editor', 'roles/storage.admin', 'roles/iam.securityAdmin', 'roles/storage.objectViewer'];
  assert.deepEqual(roles.filter(isAdminRole), roles.slice(0, 4));
});
