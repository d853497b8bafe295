/** RBAC objects as the API has them, and requests. Source: Kubernetes documentation, "Using RBAC Authorization", "Authorization", read 2026-11-22. */

export interface RbacRule {
  readonly verbs: readonly string[];
  /** `''` is the core group. */
  readonly apiGroups?: readonly string[];
  /** `pods`, `pods/log`, `*`, `*\/scale`. */
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  /** Paths such as `/healthz`, `/api/*`. */
  readonly nonResourceURLs?: readonly string[];
}

export interface RbacRole {
  readonly kind: 'Role' | 'ClusterRole';
  readonly name: string;
  /** Null for cluster roles. */
  readonly namespace: string | null;
  readonly labels?: Readonly<Record<string, string>>;
  readonly rules: readonly RbacRule[];
  /** Its rules are those of the cluster roles that one of these selects. */
  readonly aggregates?: readonly LabelSelector[];
}

export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
    readonly values?: readonly string[];
  }[];
}

export interface RbacSubject {
  readonly kind: 'User' | 'Group' | 'ServiceAccount';
  readonly name: string;
  /** Of a service account. */
  readonly namespace?: string;
}

export interface RbacBinding {
  readonly kind: 'RoleBinding' | 'ClusterRoleBinding';
  readonly name: string;
  readonly namespace: string | null;
  readonly roleRef: { readonly kind: 'Role' | 'ClusterRole'; readonly name: string };
  readonly subjects: readonly RbacSubject[];
}

export interface RbacPolicies {
  readonly roles: readonly RbacRole[];
  readonly bindings: readonly RbacBinding[];
}

export interface KubernetesRequest {
  /** `alice`, `system:serviceaccount:shop:api`, `system:anonymous`. */
  readonly user: string;
  /** Beside those that follow from the name. */
  readonly groups?: readonly string[];
  readonly verb: string;
  readonly apiGroup?: string;
  /** Without subresource. */
  readonly resource?: string;
  readonly subresource?: string;
  /** Null: all of them (list, create, deletecollection). */
  readonly name?: string | null;
  /** Null: the whole cluster, or a cluster-scoped resource. */
  readonly namespace?: string | null;
  readonly path?: string;
  /**
   * For writing a role: the rules it would get; for writing a binding: the role it would refer to. The API server then wants the
   * writer to hold all of that, or the verb `escalate` or `bind`.
   */
  readonly grants?: readonly RbacRule[] | { readonly kind: 'Role' | 'ClusterRole'; readonly name: string };
}
