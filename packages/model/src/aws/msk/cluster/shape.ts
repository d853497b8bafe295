/** An Amazon MSK cluster. Source: hashicorp/aws documentation of aws_msk_cluster, AWS::MSK::Cluster, read 2026-11-22. */
export interface KafkaCluster {
  /** A key of the account encrypts the volumes; otherwise one that AWS manages. */
  readonly hasCustomerKey: boolean;
  /** `TLS` (default), `TLS_PLAINTEXT`, `PLAINTEXT`. */
  readonly clientTraffic: string;
  /** Default true. */
  readonly encryptsBetweenBrokers: boolean;
  /** Default false. */
  readonly logsToCloudWatch: boolean;
  /** Default false. */
  readonly logsToFirehose: boolean;
  /** Default false. */
  readonly logsToS3: boolean;
  /** `DISABLED` (default) or `SERVICE_PROVIDED_EIPS`. */
  readonly publicAccess: string;
  /** Undefined: allowed as long as no other way is switched on. */
  readonly allowsUnauthenticated: boolean | undefined;
  /** Default false. */
  readonly usesIam: boolean;
  /** Default false. */
  readonly usesScram: boolean;
  /** Clients may come with certificates of a private authority. */
  readonly usesTls: boolean;
}
