import type { BlockReader, FieldsOf, ObjectNode } from '../../code/index.ts';
import { object } from '../../code/index.ts';
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
