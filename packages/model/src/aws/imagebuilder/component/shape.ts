/** A component of machine images. Source: hashicorp/aws documentation of aws_imagebuilder_component, AWS::ImageBuilder::Component, read 2026-11-22. */
export interface ImageComponent {
  /** Default false: a key that AWS owns. */
  readonly hasCustomerKey: boolean;
}
