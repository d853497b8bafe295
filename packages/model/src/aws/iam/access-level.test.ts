import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canBeBound, isWriteAction } from './access-level.ts';

test('an action that changes something is told by its verb', () => {
  const writes = ['s3:PutObject', 'ec2:TerminateInstances', 'iam:createrole', 's3:*', '*', 'dynamodb:Delete*', 'sns:Publish'];
  assert.deepEqual(writes.filter(isWriteAction), writes);
});

test('reading is no writing, nor is a service whose name sounds like it', () => {
  const reads = ['s3:GetObject', 'ec2:Describe*', 'kms:Decrypt', 'batch:ListJobs', 'backup:Get*', 'sts:AssumeRole'];
  assert.deepEqual(reads.filter(isWriteAction), []);
});

test('actions that know no resources cannot be bound, alone or by wildcard', () => {
  const unbound = [
    's3:ListAllMyBuckets',
    'xray:PutTraceSegments',
    'ec2:DescribeInstances',
    'AUTOSCALING:DescribeAutoScalingGroups',
    'ce:*',
  ];
  assert.deepEqual(unbound.filter(canBeBound), []);
});

test('a wildcard that also stands for actions with resources can be bound', () => {
  const bound = ['ec2:Describe*', 's3:*', '*', 'xray:*', 'kms:Decrypt'];
  assert.deepEqual(bound.filter(canBeBound), bound);
});
