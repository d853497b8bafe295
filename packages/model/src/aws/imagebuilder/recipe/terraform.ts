import type { BlockReader, NodeOf } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { ImageRecipe, RecipeVolume } from './shape.ts';

export const terraform = defineTerraform<ImageRecipe>({
  types: ['aws_imagebuilder_image_recipe'],
  identity: ['name'],
  read: (recipe) => ({
    volumes: recipe.list<RecipeVolume>('block_device_mapping', volume),
  }),
});

function volume(block: BlockReader): NodeOf<RecipeVolume> {
  const ebs = block.block('ebs');
  return object<RecipeVolume>(
    { isEbs: block.has('ebs'), isEncrypted: ebs.boolean('encrypted', { default: false }), hasCustomerKey: customerKey(ebs, 'kms_key_id') },
    block.place,
  );
}
