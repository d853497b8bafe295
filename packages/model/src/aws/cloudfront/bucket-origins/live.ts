import { defineLive, object } from '../../../code/index.ts';
import type { BucketOrigin, BucketOrigins } from './shape.ts';

export const live = defineLive<BucketOrigins>({
  types: ['AWS::CloudFront::Distribution'],
  read: (distribution) => ({
    buckets: distribution
      .block('DistributionConfig')
      .list<BucketOrigin>('BucketOrigins', (origin) =>
        object<BucketOrigin>(
          { bucket: origin.string('Bucket', { required: true }), isOwn: origin.boolean('IsOwn', { required: true }) },
          origin.place,
        ),
      ),
  }),
});
