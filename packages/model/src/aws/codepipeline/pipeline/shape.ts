/** A pipeline with its artifact stores. Source: hashicorp/aws documentation of aws_codepipeline, AWS::CodePipeline::Pipeline, read 2026-11-22. */
export interface Pipeline {
  /** One, or one for each Region. */
  readonly stores: readonly ArtifactStore[];
}

export interface ArtifactStore {
  /** Default false: the key `alias/aws/s3`. */
  readonly hasCustomerKey: boolean;
}
