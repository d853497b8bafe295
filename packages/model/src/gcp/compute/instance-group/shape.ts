/** A managed instance group. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface InstanceGroup {
  /** Machines are spread over the zones of a region. */
  readonly isRegional: boolean;
  /** Machines that fail a health check are made anew. */
  readonly hasAutohealing: boolean;
}
