/** The catalogue of actions, sets of actions, classes of condition keys. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actionSet, actionsIn, hasAction } from './actions.ts';
import type { ActionCatalogueData } from './catalogue-data.ts';
import { createActionCatalogue } from './catalogue-data.ts';
import { classifyKey } from './keys.ts';

const data: ActionCatalogueData = {
  version: '1',
  updatedAt: '2026-09-26',
  texts: ['bucket', 'arn:${Partition}:s3:::${BucketName}', 's3:prefix', 'String', 'iam:PassRole'],
  lists: [[], [1], [2], [4]],
  services: [
    [
      's3',
      [[0, 1, 2]],
      [2, 3],
      [
        ['PutObject', 2, [], 0, 0],
        ['GetBucketAcl', 0, [[0, 1, 0, 3]], 2, 0],
        ['GetObject', 0, [], 0, 0],
      ],
    ],
    ['s3-outposts', [], [], [['GetObject', 0, [], 0, 0]]],
  ],
  rcp: ['s3'],
};
const catalogue = createActionCatalogue(data);
const named = (set: ReturnType<typeof actionSet>): readonly string[] => actionsIn(set).map((index) => catalogue.names[index] ?? '');

test('actions are found by any case and told as AWS writes them', () => {
  assert.deepEqual(catalogue.info(catalogue.indexOf('S3:getbucketACL') ?? -1), {
    action: 's3:GetBucketAcl',
    service: 's3',
    accessLevel: 'Read',
    resourceTypes: [
      {
        name: 'bucket',
        required: true,
        arns: ['arn:${Partition}:s3:::${BucketName}'],
        conditionKeys: ['s3:prefix'],
        dependentActions: ['iam:PassRole'],
      },
    ],
    conditionKeys: ['s3:prefix'],
    dependentActions: [],
  });
  assert.equal(catalogue.indexOf('s3:Nothing'), undefined);
  assert.deepEqual([...catalogue.conditionKeysOf('S3')], [['s3:prefix', 'String']]);
  assert.deepEqual([catalogue.supportsRcp('s3'), catalogue.supportsRcp('s3-outposts'), catalogue.hasService('ec2')], [true, false, false]);
});

test('patterns cover what they match, the complement the rest', () => {
  assert.deepEqual(named(actionSet(['s3:Get*'], catalogue)), ['s3:getbucketacl', 's3:getobject']);
  assert.deepEqual(named(actionSet(['S3:get?ucketacl', 's3:Put*'], catalogue)), ['s3:getbucketacl', 's3:putobject']);
  assert.deepEqual(named(actionSet(['s3:*'], catalogue, { not: true })), ['s3-outposts:getobject']);
  assert.equal(named(actionSet(['*'], catalogue)).length, catalogue.size);
  assert.equal(hasAction(actionSet(['s3:PutObject'], catalogue), catalogue.indexOf('s3:putobject') ?? -1), true);
});

const keys: readonly (readonly [string, ReturnType<typeof classifyKey>])[] = [
  ['aws:RequestTag/team', 'attacker-settable'],
  ['AWS:SourceIp', 'attacker-settable'],
  ['aws:MultiFactorAuthPresent', 'attainable'],
  ['aws:ResourceTag/team', 'attainable'],
  ['ec2:ResourceTag/team', 'attainable'],
  ['aws:PrincipalOrgID', 'environment'],
  ['aws:SourceVpce', 'environment'],
  ['token.actions.githubusercontent.com:sub', 'environment'],
  ['SAML:aud', 'environment'],
  ['ec2:InstanceType', 'unknown'],
];
for (const [key, expected] of keys) test(`${key} is ${expected}`, () => assert.equal(classifyKey(key), expected));
