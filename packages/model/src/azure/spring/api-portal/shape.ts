/** A page that shows the APIs of a Spring instance. Source: Azure Spring Apps documentation, read 2026-11-22. */
export interface ApiPortal {
  /** Default false. */
  readonly isHttpsOnly: boolean;
  /** Default false. */
  readonly isPublic: boolean;
}
