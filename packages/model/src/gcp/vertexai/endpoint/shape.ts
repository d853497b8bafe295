/** An endpoint that answers with the predictions of a model, or an index endpoint. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface VertexAiEndpoint {
  readonly isIndex: boolean;
  /** Reached through a VPC network or Private Service Connect. */
  readonly isPrivate: boolean;
  /** Of an index endpoint. Default false. */
  readonly isPublicIndex: boolean;
}
