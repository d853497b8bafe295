import { defineCloudFormation, policyOf } from '../../../code/index.ts';
import type { BucketPolicy } from './shape.ts';

export const cloudformation = defineCloudFormation<BucketPolicy>({
  types: ['AWS::S3::BucketPolicy'],
  identity: ['Bucket'],
  read: (block) => ({ document: policyOf(block, 'PolicyDocument') }),
});
