import type { Ref } from '../../../node.ts';
import type { WebAcl } from '../web-acl/shape.ts';

/** A load balancer, seen as what a web ACL protects. Source: hashicorp/aws documentation of aws_lb and aws_wafv2_web_acl_association, read 2026-11-22. */
export interface WafLoadBalancer {
  /** Default false. */
  readonly isInternal: boolean;
  /** Default false. */
  readonly hasWebAcl: boolean;
  readonly webAcl: Ref<WebAcl> | undefined;
}
