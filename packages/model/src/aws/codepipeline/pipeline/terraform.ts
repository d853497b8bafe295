import type { BlockReader, NodeOf } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { Pipeline, ArtifactStore } from './shape.ts';

export const terraform = defineTerraform<Pipeline>({
  types: ['aws_codepipeline'],
  identity: ['name'],
  read: (pipeline) => ({
    stores: pipeline.list<ArtifactStore>('artifact_store', store),
  }),
});

function store(block: BlockReader): NodeOf<ArtifactStore> {
  return object<ArtifactStore>({ hasCustomerKey: customerKey(block.block('encryption_key'), 'id') }, block.place);
}
