/** A target group. Sources: hashicorp/aws documentation of aws_lb_target_group; AWS::ElasticLoadBalancingV2::TargetGroup; read 2026-11-22. */
export interface TargetGroup {
  /** `HTTP`, `HTTPS`, `TCP`, `TLS`, `UDP`, `GENEVE` …; undefined for functions. */
  readonly protocol: string | undefined;
  /** `instance` (default), `ip`, `lambda`, `alb`. */
  readonly targetType: string;
  /** Default true; false for functions. */
  readonly checksHealth: boolean;
  readonly healthCheckPath: string | undefined;
}
