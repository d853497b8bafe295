/** A processor or a warehouse of Document AI. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface DocumentAiResource {
  readonly hasCustomerKey: boolean;
}
