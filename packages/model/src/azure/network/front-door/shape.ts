/** A Front Door of the classic kind. Source: Azure Front Door documentation, read 2026-11-22. */
export interface FrontDoor {
  readonly endpoints: readonly Endpoint[];
}

/** A host name that clients ask. */
export interface Endpoint {
  readonly label: string;
  readonly hasWafPolicy: boolean;
}
