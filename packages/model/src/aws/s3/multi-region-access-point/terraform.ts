import { defineTerraform, object } from '../../../code/index.ts';
import type { PublicAccessBlock } from '../bucket/shape.ts';
import type { MultiRegionAccessPoint } from './shape.ts';

export const terraform = defineTerraform<MultiRegionAccessPoint>({
  types: ['aws_s3control_multi_region_access_point'],
  read(point) {
    const block = point.block('details').block('public_access_block');
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
