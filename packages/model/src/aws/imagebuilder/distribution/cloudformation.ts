import type { BlockReader, NodeOf } from '../../../code/index.ts';
import { defineCloudFormation, object } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { ImageDistribution, DistributedImage } from './shape.ts';

export const cloudformation = defineCloudFormation<ImageDistribution>({
  types: ['AWS::ImageBuilder::DistributionConfiguration'],
  identity: ['Name'],
  read: (distribution) => ({
    images: distribution.list<DistributedImage>('Distributions', image),
  }),
});

function image(block: BlockReader): NodeOf<DistributedImage> {
  return object<DistributedImage>(
    {
      isMachineImage: block.has('AmiDistributionConfiguration'),
      hasCustomerKey: customerKey(block.block('AmiDistributionConfiguration'), 'KmsKeyId'),
    },
    block.place,
  );
}
