/** An Apigee organization or instance. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface ApigeeOrganization {
  /** For the runtime database, or the disk of an instance. */
  readonly hasCustomerKey: boolean;
}
