/** A job that watches a model: its data, quality, bias or explanations. Source: hashicorp/aws documentation of aws_sagemaker_data_quality_job_definition; AWS::SageMaker::ModelBiasJobDefinition and its kin; read 2026-11-22. */
export interface MonitoringJob {
  /** Its containers have no network. Default false. */
  readonly isIsolated: boolean;
  /** Between its instances. Default false. */
  readonly encryptsTraffic: boolean;
}
