/** Answers of the Vertex AI API in the words of the Terraform provider. Source: Vertex AI API v1 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { textOf } from '../../live/index.ts';
import type { GcpKind } from '../inventory/index.ts';
import { gcpSources } from '../inventory/index.ts';

/** Their own names are numbers. */
const named = (asset: string, type: string): GcpKind => ({
  asset,
  type,
  properties: ({ name, body }) => ({ display_name: textOf(body, 'displayName') ?? name, name: textOf(body, 'displayName') ?? name }),
});

export const live: readonly LiveSource[] = gcpSources('aiplatform.googleapis.com', {
  datasets: named('Dataset', 'google_vertex_ai_dataset'),
  metadataStores: named('MetadataStore', 'google_vertex_ai_metadata_store'),
  endpoints: named('Endpoint', 'google_vertex_ai_endpoint'),
  featurestores: named('Featurestore', 'google_vertex_ai_featurestore'),
  tensorboards: named('Tensorboard', 'google_vertex_ai_tensorboard'),
  indexes: named('Index', 'google_vertex_ai_index'),
  indexEndpoints: named('IndexEndpoint', 'google_vertex_ai_index_endpoint'),
  featureOnlineStores: named('FeatureOnlineStore', 'google_vertex_ai_feature_online_store'),
  notebookRuntimeTemplates: { ...named('NotebookRuntimeTemplate', 'google_colab_runtime_template'), grantsBy: 'runtime_template' },
});
