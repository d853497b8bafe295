/** A CloudWatch alarm, of one metric or of other alarms. Source: hashicorp/aws documentation of the resources, CloudFormation reference, read 2026-11-22. */
export interface Alarm {
  /** What happens in state ALARM: topics, functions, scaling policies … */
  readonly actions: readonly string[];
  /** Default true. */
  readonly actionsEnabled: boolean;
}
