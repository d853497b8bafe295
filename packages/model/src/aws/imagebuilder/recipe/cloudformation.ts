import type { BlockReader, NodeOf } from '../../../code/index.ts';
import { defineCloudFormation, object } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { ImageRecipe, RecipeVolume } from './shape.ts';

export const cloudformation = defineCloudFormation<ImageRecipe>({
  types: ['AWS::ImageBuilder::ImageRecipe'],
  identity: ['Name'],
  read: (recipe) => ({
    volumes: recipe.list<RecipeVolume>('BlockDeviceMappings', volume),
  }),
});

function volume(block: BlockReader): NodeOf<RecipeVolume> {
  const ebs = block.block('Ebs');
  return object<RecipeVolume>(
    { isEbs: block.has('Ebs'), isEncrypted: ebs.boolean('Encrypted', { default: false }), hasCustomerKey: customerKey(ebs, 'KmsKeyId') },
    block.place,
  );
}
