/** A service perimeter of VPC Service Controls. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface ServicePerimeter {
  /** In force; what only a dry run restricts does not count. */
  readonly restrictedServices: readonly string[];
}
