/** The back of a load balancer. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface BackendService {
  /** Default `EXTERNAL`; of a regional one `INTERNAL`. */
  readonly scheme: string;
  /** Default false. */
  readonly isLogged: boolean;
  /** Cloud Armor. */
  readonly hasSecurityPolicy: boolean;
}
