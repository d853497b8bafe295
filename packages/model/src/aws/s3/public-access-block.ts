import type { BlockReader, FieldsOf, Leaf, ObjectNode, ReaderContext } from '../../code/index.ts';
import { object, outside, unresolved } from '../../code/index.ts';
import type { PublicAccessBlock } from './bucket/shape.ts';

/** The four switches of a bucket's or an account's block. Source: hashicorp/aws documentation: each defaults to false, read 2026-11-22. */
export function publicAccessBlock(block: BlockReader): ObjectNode<PublicAccessBlock> {
  const fields: FieldsOf<PublicAccessBlock> = {
    blockPublicAcls: block.boolean('block_public_acls', { default: false }),
    ignorePublicAcls: block.boolean('ignore_public_acls', { default: false }),
    blockPublicPolicy: block.boolean('block_public_policy', { default: false }),
    restrictPublicBuckets: block.boolean('restrict_public_buckets', { default: false }),
  };
  return object<PublicAccessBlock>(fields, block.place);
}

const ACCOUNT_BLOCK = 'aws_s3_account_public_access_block';

/** The block of the account that a bucket is in, when it was collected or is configured beside the bucket. */
export function accountBlock(bucket: BlockReader, context: ReaderContext): ObjectNode<PublicAccessBlock> {
  const provider = bucket.resource?.provider;
  const found = context.all(ACCOUNT_BLOCK).find(({ resource }) => !resource || provider === undefined || resource.provider === provider);
  if (found && !(found.uncertain && found.resource)) return publicAccessBlock(found);
  const detail = 'the block of the account may not exist';
  return unanswered(bucket, found ? unresolved({ code: 'computed', detail }, found.place) : outsideCode(bucket));
}

/** For formats that cannot configure the account. */
export function noAccountBlock(bucket: BlockReader): ObjectNode<PublicAccessBlock> {
  return unanswered(bucket, outsideCode(bucket));
}

function outsideCode(bucket: BlockReader): Leaf<boolean> {
  return outside('the block of the account is not in this code', bucket.place);
}

function unanswered(bucket: BlockReader, leaf: Leaf<boolean>): ObjectNode<PublicAccessBlock> {
  const fields = { blockPublicAcls: leaf, ignorePublicAcls: leaf, blockPublicPolicy: leaf, restrictPublicBuckets: leaf };
  return object<PublicAccessBlock>(fields, bucket.place);
}
