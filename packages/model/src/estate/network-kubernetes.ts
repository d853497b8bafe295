/** Networks within clusters. Source: Kubernetes documentation (Service, Ingress, NetworkPolicy, Gateway API), read 2026-11-22. */
import type { Range } from '../source.ts';
import type { KubernetesSelector } from './cloud-identity.ts';
import type { EntityBase } from './entity.ts';
import type { Known, Texts } from './undecided.ts';

export interface KubernetesPort {
  readonly name: string | undefined;
  readonly protocol: string;
  readonly port: Known<number | undefined>;
  readonly hostPort: Known<number | undefined>;
}

/** Pods that one controller makes. */
export interface KubernetesPods extends EntityBase {
  readonly kind: 'kubernetes.pods';
  readonly namespace: string;
  readonly podLabels: Readonly<Record<string, string>>;
  /** There may be labels that nobody knows. */
  readonly hasMoreLabels: boolean;
  readonly ports: readonly KubernetesPort[];
  readonly isHostNetwork: Known<boolean>;
}

export interface KubernetesService extends EntityBase {
  readonly kind: 'kubernetes.service';
  readonly namespace: string;
  readonly name: string;
  /** `ClusterIP`, `NodePort`, `LoadBalancer`, `ExternalName`. */
  readonly serviceType: Known<string>;
  readonly isInternal: Known<boolean>;
  /** Labels of its pods; null: it has no selector. */
  readonly selector: Readonly<Record<string, string>> | null;
  readonly hasMoreSelector: boolean;
  readonly ports: readonly {
    readonly name: string | undefined;
    readonly protocol: string;
    readonly port: Known<number | undefined>;
    readonly nodePort: Known<number | undefined>;
    /** A number, or the name of a container's port. */
    readonly target: Known<string | undefined>;
  }[];
  readonly sourceRanges: Texts;
  readonly externalIps: Texts;
  /** Pods see the caller's address. */
  readonly keepsClientAddress: boolean;
}

/** An ingress, or a route of the Gateway API (`gateways` not null). */
export interface KubernetesRouting extends EntityBase {
  readonly kind: 'kubernetes.routing';
  readonly namespace: string;
  readonly isInternal: Known<boolean>;
  readonly hasTls: boolean;
  readonly protocol: 'http' | 'tcp' | 'udp';
  readonly backends: readonly {
    readonly namespace: string;
    readonly service: Known<string | undefined>;
    readonly port: Known<string | undefined>;
  }[];
  readonly gateways: readonly { readonly namespace: string; readonly name: Known<string | undefined> }[] | null;
  readonly sourceRanges: Texts;
  /** Ports that annotations open instead of 80 and 443. */
  readonly ports: readonly number[];
  /** Callers sign in before (annotations of controllers). */
  readonly hasLogin: boolean;
  readonly shields: Texts;
}

export interface KubernetesGateway extends EntityBase {
  readonly kind: 'kubernetes.gateway';
  readonly namespace: string;
  readonly name: string;
  readonly isInternal: Known<boolean>;
  readonly listeners: readonly { readonly protocol: string; readonly port: Known<number | undefined>; readonly place: Range }[];
}

/** Who a rule of a policy names: pods of namespaces, or addresses. */
export interface KubernetesPeer {
  readonly pods: KubernetesSelector | null;
  readonly namespaces: KubernetesSelector | null;
  readonly cidr: Known<string | undefined>;
  readonly except: Texts;
}

export interface KubernetesPolicyRule {
  /** Null: everybody. */
  readonly peers: readonly KubernetesPeer[] | null;
  /** Null: every port. */
  readonly ports:
    | readonly { readonly protocol: string; readonly port: Known<string | undefined>; readonly endPort: Known<number | undefined> }[]
    | null;
  readonly place: Range;
}

export interface KubernetesNetworkPolicy extends EntityBase {
  readonly kind: 'kubernetes.network-policy';
  readonly namespace: string;
  readonly pods: KubernetesSelector;
  readonly isolatesIngress: Known<boolean>;
  readonly isolatesEgress: Known<boolean>;
  readonly ingress: readonly KubernetesPolicyRule[];
  readonly egress: readonly KubernetesPolicyRule[];
  /** There may be rules that nobody knows. */
  readonly hasMoreRules: boolean;
}

export type KubernetesNetworkEntity = KubernetesPods | KubernetesService | KubernetesRouting | KubernetesGateway | KubernetesNetworkPolicy;
