/** A Service Fabric cluster. Source: Azure Service Fabric documentation "Cluster security", read 2026-11-22. */
export interface Cluster {
  /** `None`, `Sign` or `EncryptAndSign` between nodes; undefined: not written. */
  readonly protectionLevel: string | undefined;
  /** Administrators log in through a directory. */
  readonly usesDirectory: boolean;
}
