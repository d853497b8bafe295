/**
 * How ARNs and ids of AWS resources follow from what is written. Sources: the service authorization reference (ARN formats), hashicorp/aws
 * documentation (attributes), CloudFormation template reference (return values), read 2026-11-22.
 */
import type { NameRule } from '../naming.ts';

const role: NameRule = {
  name: ['name', 'RoleName'],
  attributes: { arn: 'arn:{partition}:iam::{account}:role{=path|/}{name}', id: '{name}', name: '{name}' },
};
const bucket: NameRule = {
  name: ['bucket', 'BucketName'],
  attributes: { arn: 'arn:{partition}:s3:::{name}', id: '{name}', bucket: '{name}' },
};

export const awsNames: readonly (readonly [string, NameRule])[] = [
  ['aws_iam_role', role],
  ['aws_s3_bucket', bucket],
  ['AWS::IAM::Role', { name: ['RoleName'], attributes: { Arn: 'arn:{partition}:iam::{account}:role{=Path|/}{name}', '': '{name}' } }],
  ['AWS::S3::Bucket', { name: ['BucketName'], attributes: { Arn: 'arn:{partition}:s3:::{name}', '': '{name}' } }],
];
