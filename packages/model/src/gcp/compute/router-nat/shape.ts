/** Cloud NAT. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface RouterNat {
  /** Default false. */
  readonly isLogged: boolean;
}
