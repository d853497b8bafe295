import type { AttrMap } from '../../../node.ts';

/** A subnet. Source: hashicorp/aws documentation of aws_subnet and aws_default_subnet, read 2026-11-22. */
export interface Subnet {
  /** Instances get a public IPv4 address when they do not say otherwise. Default false; true for the default subnets of the default VPC. */
  readonly mapsPublicIpOnLaunch: boolean;
  readonly tags: AttrMap<string>;
}
