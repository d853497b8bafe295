/** Where machine images go. Source: hashicorp/aws documentation of aws_imagebuilder_distribution_configuration, AWS::ImageBuilder::DistributionConfiguration, read 2026-11-22. */
export interface ImageDistribution {
  readonly images: readonly DistributedImage[];
}

export interface DistributedImage {
  /** A machine image, not a container's. */
  readonly isMachineImage: boolean;
  /** Default false. */
  readonly hasCustomerKey: boolean;
}
