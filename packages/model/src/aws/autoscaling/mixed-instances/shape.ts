/** The instance types of an Auto Scaling group. Sources: hashicorp/aws documentation of aws_autoscaling_group; AWS::AutoScaling::AutoScalingGroup; read 2026-11-22. */
export interface MixedInstances {
  /** Of the mixed instances policy; empty without one: the type of the template. */
  readonly types: readonly string[];
}
