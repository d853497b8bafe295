/** Whatever declares EBS volumes: a volume, an instance, a launch template or configuration. */
export interface BlockStorage {
  /** Those of an instance include the root volume. Empty for a template that leaves the volumes to the image. */
  readonly volumes: readonly Volume[];
}

export interface Volume {
  /** `/dev/sdf`, `root`, or `volume`. */
  readonly device: string;
  /**
   * Default false; true when the account encrypts new volumes by default. Not known for a volume made from a snapshot.
   * Sources: hashicorp/aws documentation of aws_instance and aws_ebs_volume; Amazon EBS User Guide, "Encryption by default"; read 2026-11-22.
   */
  readonly isEncrypted: boolean;
}
