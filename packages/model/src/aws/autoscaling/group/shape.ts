/** An Auto Scaling group. Sources: hashicorp/aws documentation of aws_autoscaling_group and aws_autoscaling_attachment; AWS::AutoScaling::AutoScalingGroup; read 2026-11-22. */
export interface AutoScalingGroup {
  /** Instances are made from a launch template; else from a launch configuration, which cannot be changed. */
  readonly usesLaunchTemplate: boolean;
  /** Subnets or zones it launches into. */
  readonly zones: readonly string[];
  /** A load balancer sends it requests. */
  readonly isBalanced: boolean;
  /** `EC2` (default), `ELB`, `VPC_LATTICE`, `EBS`, several joined by commas. */
  readonly healthChecks: string;
}
