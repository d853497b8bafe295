/** An EBS volume of its own. Sources: hashicorp/aws documentation of aws_ebs_volume; AWS::EC2::Volume; read 2026-11-22. */
export interface EbsVolume {
  /** Encrypted with a KMS key of the customer. */
  readonly hasCustomerKey: boolean;
  /** A backup plan of this code chooses it. */
  readonly isBackedUp: boolean;
}
