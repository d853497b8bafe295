import type { AttrMap, Ref } from '../../../node.ts';
import type { Role } from '../role/shape.ts';

/** A RoleBinding or ClusterRoleBinding: who gets which role. Source: Kubernetes API reference v1.37; read 2026-11-22. */
export interface Binding {
  /** A ClusterRoleBinding: the role holds in every namespace. */
  readonly isClusterWide: boolean;
  readonly labels: AttrMap<string>;
  readonly roleKind: string;
  readonly roleName: string;
  /** The role, where it is in this code; those that every cluster has (`cluster-admin`, `view`) are not. */
  readonly role: Ref<Role>;
  readonly hasRoleHere: boolean;
  readonly subjects: readonly Subject[];
}

export interface Subject {
  /** `User`, `Group` or `ServiceAccount`. */
  readonly kind: string;
  readonly label: string;
  readonly namespace: string | undefined;
}
