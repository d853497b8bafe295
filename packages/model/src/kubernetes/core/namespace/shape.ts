import type { AttrMap } from '../../../node.ts';

/** A Namespace and what the same code puts into it. Source: Kubernetes documentation, "Pod Security Admission"; read 2026-11-22. */
export interface Namespace {
  readonly labels: AttrMap<string>;
  /** `pod-security.kubernetes.io/enforce` */
  readonly enforcedLevel: string | undefined;
  readonly hasNetworkPolicy: boolean;
  readonly hasLimitRange: boolean;
  readonly hasResourceQuota: boolean;
}
