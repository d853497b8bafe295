/** Whether EMR starts clusters with open security groups in a Region. Source: hashicorp/aws documentation of aws_emr_block_public_access_configuration, read 2026-11-22. */
export interface EmrBlockPublicAccess {
  /** Required. */
  readonly isBlocked: boolean;
  /** Ports that may be open all the same. */
  readonly permitted: readonly PermittedPorts[];
}

export interface PermittedPorts {
  readonly from: number | undefined;
  /** The same as `from` when it is not written. */
  readonly to: number | undefined;
}
