/** The generated catalogue of actions, as the product has it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actionSet, actionsIn } from '@kumomori/engine';
import { actionCatalogue } from './action-catalogue.ts';

test('the catalogue knows the actions of AWS, their resources and what passes roles', async () => {
  const catalogue = await actionCatalogue();
  assert.ok(catalogue);
  assert.ok(catalogue.size > 20_000, `${catalogue.size} actions`);
  assert.match(catalogue.updatedAt, /^20\d\d-\d\d-\d\d$/);
  const { action, accessLevel, resourceTypes } = catalogue.info(catalogue.indexOf('s3:getobject') ?? -1);
  assert.deepEqual([action, accessLevel], ['s3:GetObject', 'Read']);
  assert.ok(resourceTypes.some(({ arns }) => arns.includes('arn:${Partition}:s3:::${BucketName}/${ObjectName}')));
  assert.equal(catalogue.isWithoutResource(catalogue.indexOf('s3:ListAllMyBuckets') ?? -1), true);
  assert.equal(catalogue.info(catalogue.indexOf('iam:AttachRolePolicy') ?? -1).accessLevel, 'Permissions management');
  assert.deepEqual([catalogue.supportsRcp('s3'), catalogue.supportsRcp('ec2')], [true, false]);
  assert.ok(actionsIn(actionSet(['iam:*'], catalogue)).length > 150);
});
