/** A VPC as a network: its subnets by where they lead, and its endpoints. Source: Amazon VPC User Guide, read 2026-11-22. */
export interface VpcNetwork {
  /** Subnets of this code. */
  readonly subnets: readonly NetworkSubnet[];
  /** Names of the services that have an endpoint: `com.amazonaws.eu-west-1.s3`. Unknown parts are holes. */
  readonly endpointServices: readonly string[];
}

export interface NetworkSubnet {
  /** Its route table has a route to an internet gateway. */
  readonly isPublic: boolean;
}
