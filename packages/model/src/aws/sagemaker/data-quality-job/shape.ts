/** A job that watches the data a model gets. Source: hashicorp/aws documentation of aws_sagemaker_data_quality_job_definition, AWS::SageMaker::DataQualityJobDefinition, read 2026-11-22. */
export interface DataQualityJob {
  /** Default false. */
  readonly outputHasCustomerKey: boolean;
  /** Default false. */
  readonly volumeHasCustomerKey: boolean;
  /** Between its instances. Default false. */
  readonly encryptsTraffic: boolean;
}
