/** A SageMaker model. Source: hashicorp/aws documentation of aws_sagemaker_model, AWS::SageMaker::Model, read 2026-11-22. */
export interface SageMakerModel {
  /** Its containers have no network. Default false. */
  readonly isIsolated: boolean;
  /** Default false. */
  readonly inVpc: boolean;
}
