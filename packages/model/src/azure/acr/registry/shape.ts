/** A container registry. Source: Azure Container Registry documentation and template reference, read 2026-11-22. */
export interface Registry {
  /** `Basic`, `Standard` or `Premium`. */
  readonly sku: string | undefined;
  /** A user with a password that may do everything. Default false. */
  readonly hasAdminUser: boolean;
  /** Default true. */
  readonly isPublic: boolean;
  /** Images without log-in. Default false. */
  readonly allowsAnonymousPull: boolean;
  /** Content trust: images are signed. Default false. */
  readonly hasTrustPolicy: boolean;
  /** New images wait until they have been scanned. Default false. */
  readonly hasQuarantine: boolean;
  /** Untagged manifests are deleted after some days. Default false. */
  readonly hasRetention: boolean;
  /** Addresses of its own for data, so that firewalls can name them. Default false. */
  readonly hasDataEndpoint: boolean;
  /** Copies in other regions. */
  readonly replicas: number;
  /** Itself and every copy are spread over zones. Default false. */
  readonly isZoneRedundant: boolean;
  /** Encrypted with a key of the customer. */
  readonly hasCustomerKey: boolean;
}
