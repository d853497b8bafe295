import { defineTerraform, object } from '../../../code/index.ts';
import type { PublicAccessBlock } from '../bucket/shape.ts';
import type { AccessPoint } from './shape.ts';

/** Source: hashicorp/aws documentation of aws_s3_access_point: each switch defaults to true, read 2026-11-22. */
export const terraform = defineTerraform<AccessPoint>({
  types: ['aws_s3_access_point'],
  identity: ['name'],
  read(point) {
    const block = point.block('public_access_block_configuration');
    return {
      switches: object<PublicAccessBlock>(
        {
          blockPublicAcls: block.boolean('block_public_acls', { default: true }),
          ignorePublicAcls: block.boolean('ignore_public_acls', { default: true }),
          blockPublicPolicy: block.boolean('block_public_policy', { default: true }),
          restrictPublicBuckets: block.boolean('restrict_public_buckets', { default: true }),
        },
        block.place,
      ),
    };
  },
});
