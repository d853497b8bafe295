import { defineTerraform } from '../../../code/index.ts';
import type { VertexAiResource } from './shape.ts';

export const terraform = defineTerraform<VertexAiResource>({
  types: [
    'google_vertex_ai_dataset',
    'google_vertex_ai_metadata_store',
    'google_vertex_ai_endpoint',
    'google_vertex_ai_featurestore',
    'google_vertex_ai_tensorboard',
    'google_vertex_ai_index',
    'google_vertex_ai_feature_online_store',
  ],
  identity: ['name', 'display_name'],
  read: (block) => ({
    hasCustomerKey: block.block('encryption_spec').isSet('kms_key_name'),
  }),
});
