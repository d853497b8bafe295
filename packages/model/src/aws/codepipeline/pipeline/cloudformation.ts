import type { BlockReader, ListNode, NodeOf } from '../../../code/index.ts';
import { defineCloudFormation, object } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { Pipeline, ArtifactStore } from './shape.ts';

export const cloudformation = defineCloudFormation<Pipeline>({
  types: ['AWS::CodePipeline::Pipeline'],
  identity: ['Name'],
  read: (pipeline) => ({
    stores: stores(pipeline),
  }),
});

function stores(pipeline: BlockReader): ListNode<ArtifactStore> {
  const one = pipeline.list<ArtifactStore>('ArtifactStore', store);
  const perRegion = pipeline.list<ArtifactStore>('ArtifactStores', (each) => store(each.block('ArtifactStore')));
  return { ...one, items: [...one.items, ...perRegion.items], rest: one.rest ?? perRegion.rest };
}

function store(block: BlockReader): NodeOf<ArtifactStore> {
  return object<ArtifactStore>({ hasCustomerKey: customerKey(block.block('EncryptionKey'), 'Id') }, block.place);
}
