/** Answers about buckets and the account they are in → what is said of public access. */
import type { ExampleCall, JsonObject } from '@kumomori/model';
import type { LiveCase } from '../testing/index.ts';
import { everybody, here, refused, statement, testLiveCases } from '../testing/index.ts';
import { runExample } from './test-checks.ts';

const request = { Bucket: 'orders-bucket' };
const ofAccount = { AccountId: '123456789012' };

const bucket: ExampleCall = { call: 's3:ListBuckets', response: { Buckets: [{ Name: 'orders-bucket' }] } };
const own = (PublicAccessBlockConfiguration: JsonObject): ExampleCall => ({
  call: 's3:GetPublicAccessBlock',
  request,
  response: { PublicAccessBlockConfiguration },
});
const noBlock: ExampleCall = { call: 's3:GetPublicAccessBlock', request, error: 'NoSuchPublicAccessBlockConfiguration' };
const account = (PublicAccessBlockConfiguration: JsonObject): ExampleCall => ({
  call: 's3control:GetPublicAccessBlock',
  request: ofAccount,
  response: { PublicAccessBlockConfiguration },
});
const noAccountBlock: ExampleCall = {
  call: 's3control:GetPublicAccessBlock',
  request: ofAccount,
  error: 'NoSuchPublicAccessBlockConfiguration',
};
const accountRefused = refused('s3control:GetPublicAccessBlock', ofAccount, 'global');
const publicPolicy: ExampleCall = {
  call: 's3:GetBucketPolicy',
  request,
  response: { Policy: statement({ ...everybody, Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders-bucket/*' }) },
};
const noPolicy: ExampleCall = { call: 's3:GetBucketPolicy', request, error: 'NoSuchBucketPolicy' };
const acl = (URI: string): ExampleCall => ({
  call: 's3:GetBucketAcl',
  request,
  response: { Grants: [{ Grantee: { Type: 'Group', URI }, Permission: 'READ' }] },
});
const publicAcl = acl('http://acs.amazonaws.com/groups/global/AllUsers');
const noAcl: ExampleCall = { call: 's3:GetBucketAcl', request, response: { Grants: [] } };
const allOn = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true };
const open = [bucket, noBlock, publicPolicy, noAcl];

const point = here('s3accesspoints:ListAccessPoints', { AccessPointList: [{ Name: 'reports', Bucket: 'orders-bucket' }] });
const askedOfPoint = { ...ofAccount, Name: 'reports' };

const cases: readonly LiveCase[] = [
  ['aws-s3-bucket-no-public-read', 'a policy for everybody, no block', [...open, noAccountBlock], 'fail'],
  ['aws-s3-bucket-no-public-read', 'the account restricts it', [...open, account(allOn)], 'pass'],
  ['aws-s3-bucket-no-public-read', 'nobody may ask about the account', [...open, accountRefused], 'unknown'],
  ['aws-s3-bucket-no-public-read', 'nobody asked about the account', open, 'unknown'],
  ['aws-s3-bucket-no-public-read', 'a block of new policies lets the old one be', [...open, account({ BlockPublicPolicy: true })], 'fail'],
  [
    'aws-s3-bucket-no-public-read',
    'the bucket restricts it, whatever the account does',
    [bucket, own({ RestrictPublicBuckets: true }), publicPolicy, noAcl, accountRefused],
    'pass',
  ],
  ['aws-s3-bucket-no-public-read', 'an ACL for everybody', [bucket, noBlock, noPolicy, publicAcl, noAccountBlock], 'fail'],
  [
    'aws-s3-bucket-no-public-read',
    'a block of new ACLs lets the old one be',
    [bucket, own({ BlockPublicAcls: true }), noPolicy, publicAcl, noAccountBlock],
    'fail',
  ],
  [
    'aws-s3-bucket-no-public-read',
    'the account ignores ACLs',
    [bucket, noBlock, noPolicy, publicAcl, account({ IgnorePublicAcls: true })],
    'pass',
  ],
  ['aws-s3-bucket-no-public-read', 'private, the account is not known', [bucket, noBlock, noPolicy, noAcl, accountRefused], 'pass'],
  ['aws-s3-bucket-public-access-block', 'neither blocks', [bucket, noBlock, noAccountBlock], 'fail'],
  ['aws-s3-bucket-public-access-block', 'the account blocks', [bucket, noBlock, account(allOn)], 'pass'],
  [
    'aws-s3-bucket-public-access-block',
    'each blocks a part',
    [bucket, own({ BlockPublicAcls: true, IgnorePublicAcls: true }), account({ BlockPublicPolicy: true, RestrictPublicBuckets: true })],
    'pass',
  ],
  ['aws-s3-bucket-public-access-block', 'refused', [bucket, noBlock, accountRefused], 'unknown'],
  ['aws-s3-bucket-ignore-public-acls', 'the account does', [bucket, noBlock, account({ IgnorePublicAcls: true })], 'pass'],
  ['aws-s3-account-public-access-block', 'never set', [noAccountBlock], 'fail'],
  ['aws-s3-account-public-access-block', 'all on', [account(allOn)], 'pass'],
  [
    'aws-s3-bucket-acl-disabled',
    'a bucket older than the controls',
    [bucket, { call: 's3:GetBucketOwnershipControls', request, error: 'OwnershipControlsNotFoundError' }],
    'fail',
  ],
  [
    'aws-s3-access-point-public-access-block',
    'off',
    [point, here('s3accesspoints:GetAccessPoint', { PublicAccessBlockConfiguration: { BlockPublicAcls: true } }, askedOfPoint)],
    'fail',
  ],
  [
    'aws-s3-access-point-public-access-block',
    'on',
    [point, here('s3accesspoints:GetAccessPoint', { PublicAccessBlockConfiguration: allOn }, askedOfPoint)],
    'pass',
  ],
  ['aws-s3-access-point-public-access-block', 'refused', [point, refused('s3accesspoints:GetAccessPoint', askedOfPoint)], 'unknown'],
  [
    'aws-s3-multi-region-access-point-public-access-block',
    'off',
    [
      {
        call: 's3control:ListMultiRegionAccessPoints',
        request: ofAccount,
        response: { AccessPoints: [{ Name: 'world', Alias: 'world.mrap', PublicAccessBlock: { ...allOn, IgnorePublicAcls: false } }] },
      },
    ],
    'fail',
  ],
];

testLiveCases(cases, runExample);
