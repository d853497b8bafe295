/** Somebody who gets the messages of a topic. Source: hashicorp/aws documentation of aws_sns_topic_subscription, AWS::SNS::Subscription, read 2026-11-22. */
export interface SnsSubscription {
  /** `http`, `https`, `email`, `sqs`, `lambda` … Required. */
  readonly protocol: string | undefined;
}
