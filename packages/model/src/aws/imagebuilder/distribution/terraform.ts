import type { BlockReader, NodeOf } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { ImageDistribution, DistributedImage } from './shape.ts';

export const terraform = defineTerraform<ImageDistribution>({
  types: ['aws_imagebuilder_distribution_configuration'],
  identity: ['name'],
  read: (distribution) => ({
    images: distribution.list<DistributedImage>('distribution', image),
  }),
});

function image(block: BlockReader): NodeOf<DistributedImage> {
  return object<DistributedImage>(
    {
      isMachineImage: block.has('ami_distribution_configuration'),
      hasCustomerKey: customerKey(block.block('ami_distribution_configuration'), 'kms_key_id'),
    },
    block.place,
  );
}
