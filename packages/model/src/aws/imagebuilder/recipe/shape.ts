/** A recipe for machine images. Source: hashicorp/aws documentation of aws_imagebuilder_image_recipe, AWS::ImageBuilder::ImageRecipe, read 2026-11-22. */
export interface ImageRecipe {
  readonly volumes: readonly RecipeVolume[];
}

export interface RecipeVolume {
  /** An EBS volume, no instance store and no removed mapping. */
  readonly isEbs: boolean;
  /** Default false. */
  readonly isEncrypted: boolean;
  /** Default false. */
  readonly hasCustomerKey: boolean;
}
