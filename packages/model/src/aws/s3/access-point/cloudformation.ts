import { defineCloudFormation, object } from '../../../code/index.ts';
import type { PublicAccessBlock } from '../bucket/shape.ts';
import type { AccessPoint } from './shape.ts';

/** Without a block all four are on; in one that is written, what is left out is off. Source: CloudFormation reference, read 2026-11-22. */
export const cloudformation = defineCloudFormation<AccessPoint>({
  types: ['AWS::S3::AccessPoint'],
  identity: ['Name'],
  read(point) {
    const block = point.block('PublicAccessBlockConfiguration');
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
