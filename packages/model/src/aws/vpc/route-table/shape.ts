/** A route table with the routes declared inside it and beside it. Source: hashicorp/aws documentation of aws_route_table and aws_route, read 2026-11-22. */
export interface RouteTable {
  readonly routes: readonly Route[];
}

export interface Route {
  /** IPv4 or IPv6 range; undefined for a prefix list. */
  readonly destination: string | undefined;
  /** It leads to another VPC. */
  readonly isPeering: boolean;
  /** It leads to an instance that forwards traffic. */
  readonly isInstance: boolean;
}
