/** A machine image made by this code. Source: hashicorp/aws documentation of aws_ami and aws_ami_copy, read 2026-11-22. */
export interface MachineImage {
  /** A copy counts as one. */
  readonly volumes: readonly ImageVolume[];
  readonly isCopy: boolean;
  readonly hasCustomerKey: boolean;
}

export interface ImageVolume {
  readonly device: string;
  /** Default false. */
  readonly isEncrypted: boolean;
}
