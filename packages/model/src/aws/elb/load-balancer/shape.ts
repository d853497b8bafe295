/** A classic load balancer. Sources: hashicorp/aws documentation of aws_elb; AWS::ElasticLoadBalancing::LoadBalancer; read 2026-11-22. */
export interface ClassicLoadBalancer {
  readonly listeners: readonly ClassicListener[];
  /** Default false; Terraform: true as soon as the block is written. */
  readonly accessLogs: boolean;
  /** Default false; Terraform switches it on. */
  readonly crossZone: boolean;
  /** Default false. */
  readonly connectionDraining: boolean;
  /** `monitor`, `defensive` (default), `strictest`. */
  readonly desyncMode: string;
  /** Subnets or zones it stands in. */
  readonly zones: readonly string[];
}

export interface ClassicListener {
  /** `HTTP`, `HTTPS`, `TCP`, `SSL`: what clients speak. */
  readonly protocol: string;
  readonly port: string | undefined;
  readonly hasCertificate: boolean;
}
