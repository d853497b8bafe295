import { defineCloudFormation, object } from '../../../code/index.ts';
import type { PublicAccessBlock } from '../bucket/shape.ts';
import type { MultiRegionAccessPoint } from './shape.ts';

export const cloudformation = defineCloudFormation<MultiRegionAccessPoint>({
  types: ['AWS::S3::MultiRegionAccessPoint'],
  identity: ['Name'],
  read(point) {
    const block = point.block('PublicAccessBlockConfiguration');
    // Without a block all four are on; in one that is written, what is left out is off.
    const otherwise = { default: !block.exists };
    return {
      switches: object<PublicAccessBlock>(
        {
          blockPublicAcls: block.boolean('BlockPublicAcls', otherwise),
          ignorePublicAcls: block.boolean('IgnorePublicAcls', otherwise),
          blockPublicPolicy: block.boolean('BlockPublicPolicy', otherwise),
          restrictPublicBuckets: block.boolean('RestrictPublicBuckets', otherwise),
        },
        block.place,
      ),
    };
  },
});
