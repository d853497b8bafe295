/** The engine that a broker or a broker configuration asks for. Source: hashicorp/aws documentation of aws_mq_broker and aws_mq_configuration, read 2026-11-22. */
export interface MqEngine {
  /** `ActiveMQ` or `RabbitMQ`, in any case. Required. */
  readonly engineType: string | undefined;
  /** `5.18`, `3.13`. Required by Terraform; the newest one by default in CloudFormation. */
  readonly version: string | undefined;
}
