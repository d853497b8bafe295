/** Whatever of Vertex AI keeps data at rest, seen only as that. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface VertexAiResource {
  readonly hasCustomerKey: boolean;
}
