/** What Kubernetes checks share: questions over containers, roles and flags. The types themselves are in their folders. */
export * from './containers.ts';
export * from './flags.ts';
export * from './images.ts';
export * from './pod-security.ts';
export * from './rules.ts';
export * from './snippets.ts';
export type { Container, Pod, SeLinux } from './workload/pod/shape.ts';
export type { Binding, Subject } from './rbac/binding/shape.ts';
export type { Role, RoleRule } from './rbac/role/shape.ts';
export type { AuditRule } from './control-plane/audit-policy/shape.ts';
