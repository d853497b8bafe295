/** A schedule of EventBridge Scheduler. Source: hashicorp/aws documentation of aws_scheduler_schedule, AWS::Scheduler::Schedule, read 2026-11-22. */
export interface Schedule {
  /** Default false: a key that AWS owns. */
  readonly hasCustomerKey: boolean;
}
