/** An account that administers a service for the whole organization. Source: hashicorp/aws documentation of the resources, read 2026-11-22. */
export interface DelegatedAdmin {
  /** The account id; a hole when it is only known later. */
  readonly account: string;
}
