import type { AttrMap } from '../../../node.ts';

/** A Service. Source: Kubernetes API reference v1.37, ServiceSpec; read 2026-11-22. */
export interface Service {
  readonly namespace: string;
  readonly annotations: AttrMap<string>;
  readonly labels: AttrMap<string>;
  readonly selector: AttrMap<string>;
  /** `ClusterIP` (default), `NodePort`, `LoadBalancer`, `ExternalName`. */
  readonly type: string;
  readonly ports: readonly ServicePort[];
  readonly externalIps: readonly string[];
  /** Client addresses that a load balancer lets in; everybody when empty. */
  readonly sourceRanges: readonly string[];
  /** An Ingress of its namespace sends requests to it. */
  readonly isBehindIngress: boolean;
}

export interface ServicePort {
  readonly label: string | undefined;
  readonly number: number | undefined;
  /** A port number, or the name of a container's port. */
  readonly target: string | undefined;
}
