import { defineTerraform, policyOf } from '../../../code/index.ts';
import type { BucketPolicy } from './shape.ts';

/** Before version 4 of the provider the bucket held its policy itself. */
export const terraform = defineTerraform<BucketPolicy>({
  types: ['aws_s3_bucket_policy', 'aws_s3_bucket'],
  accepts: (block) => block.resource?.type === 'aws_s3_bucket_policy' || block.value('policy') !== undefined,
  identity: ['bucket'],
  read: (block) => ({ document: policyOf(block, 'policy') }),
});
