/** An application, network or gateway load balancer with its listeners. Source: hashicorp/aws documentation of aws_lb and aws_lb_listener, read 2026-11-22. */
export interface LoadBalancer {
  /** `application` (default), `network`, `gateway`. */
  readonly type: string;
  /** Default false. */
  readonly accessLogs: boolean;
  /** Default false: reachable from the internet. */
  readonly isInternal: boolean;
  /** Default false. */
  readonly deletionProtection: boolean;
  /** Application load balancers: headers that HTTP does not allow are removed. Default false. */
  readonly dropsInvalidHeaders: boolean;
  /** `monitor`, `defensive` (default), `strictest`. */
  readonly desyncMode: string;
  /** Default false; an application load balancer always balances across zones. */
  readonly crossZone: boolean;
  /** Subnets it stands in, one for each zone. */
  readonly subnets: readonly string[];
  /** A web ACL of AWS WAF in this code is tied to it. */
  readonly hasWebAcl: boolean;
  readonly listeners: readonly Listener[];
}

export interface Listener {
  /** `HTTP` (default of application load balancers), `HTTPS`, `TCP`, `TLS`, `UDP`, `TCP_UDP`, `GENEVE`. */
  readonly protocol: string;
  readonly port: string | undefined;
  /** Default `ELBSecurityPolicy-2016-08` for HTTPS and TLS. */
  readonly tlsPolicy: string;
  /** Type of the default action: `forward`, `redirect`, `fixed-response` … */
  readonly action: string | undefined;
  /** Protocol that a redirect leads to; `#{PROTOCOL}` (the same) by default. Upper case. */
  readonly redirectProtocol: string;
}
