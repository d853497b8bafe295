/** An MSK Connect connector. Source: hashicorp/aws documentation of aws_mskconnect_connector, AWS::KafkaConnect::Connector, read 2026-11-22. */
export interface KafkaConnector {
  /** `TLS` or `PLAINTEXT` (default of Terraform). */
  readonly traffic: string;
  /** Default false. */
  readonly logsToCloudWatch: boolean;
  /** Default false. */
  readonly logsToFirehose: boolean;
  /** Default false. */
  readonly logsToS3: boolean;
}
