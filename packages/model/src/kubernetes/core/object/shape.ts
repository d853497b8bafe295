/** What objects in namespaces have in common, beside workloads. Source: Kubernetes API reference v1.37, ObjectMeta; read 2026-11-22. */
export interface CoreObject {
  readonly namespace: string;
  /** Kubernetes makes it itself in every namespace. */
  readonly isBuiltIn: boolean;
}
