import type { AttrMap } from '../../../node.ts';

/** Containers that run together without a cluster. Source: Azure Container Instances documentation, read 2026-11-22. */
export interface Group {
  /** `Public`, `Private` or `None`. */
  readonly ipAddress: string;
  /** It runs in a subnet of one's own. */
  readonly hasSubnet: boolean;
  readonly hasIdentity: boolean;
  readonly containers: readonly Container[];
}

export interface Container {
  readonly label: string | undefined;
  /** Environment variables that everybody who may read the group sees. */
  readonly hasPlainVariables: boolean;
  /** Those of them that hold a credential → its kind. */
  readonly credentials: AttrMap<string>;
}
