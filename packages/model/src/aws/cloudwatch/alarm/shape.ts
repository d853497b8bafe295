/** A CloudWatch alarm, of one metric or of other alarms. Source: hashicorp/aws documentation of the resources, CloudFormation reference, read 2026-11-22. */
export interface Alarm {
  /** Something happens in state ALARM: a topic, a function, a scaling policy … */
  readonly hasAction: boolean;
  /** Default true. */
  readonly actionsEnabled: boolean;
}
