/** An Amazon MQ broker. Source: hashicorp/aws documentation of aws_mq_broker, AWS::AmazonMQ::Broker, read 2026-11-22. */
export interface MqBroker {
  /** Default false. */
  readonly isPublic: boolean;
  /** `ActiveMQ` or `RabbitMQ`, in any case. Required. */
  readonly engineType: string | undefined;
  /** Default false. */
  readonly generalLogs: boolean;
  /** Default false; ActiveMQ only. */
  readonly auditLogs: boolean;
  /** Default false. */
  readonly autoMinorVersionUpgrade: boolean;
  /** A key of the account encrypts the messages; otherwise one that AWS owns. */
  readonly hasCustomerKey: boolean;
  /** Default `SINGLE_INSTANCE`. */
  readonly deploymentMode: string;
}
