import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineTerraform, explicit } from '../../../code/index.ts';
import type { VertexAiEndpoint } from './shape.ts';

export const terraform = defineTerraform<VertexAiEndpoint>({
  types: ['google_vertex_ai_endpoint', 'google_vertex_ai_index_endpoint'],
  identity: ['display_name', 'name'],
  read: (block) => ({
    isIndex: explicit(block.resource?.type === 'google_vertex_ai_index_endpoint', block.place),
    isPrivate: isPrivate(block),
    isPublicIndex: block.boolean('public_endpoint_enabled', { default: false }),
  }),
});

function isPrivate(block: BlockReader): Leaf<boolean> {
  const network = block.isSet('network');
  if (network.value !== false) return network;
  return block.block('private_service_connect_config').boolean('enable_private_service_connect', { default: false });
}
