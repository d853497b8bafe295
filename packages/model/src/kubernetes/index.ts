/** What Kubernetes checks share: questions over containers, roles and flags. The types themselves are in their folders. */
export * from './containers.ts';
export * from './pod-security.ts';
export type { Container, Pod, SeLinux } from './workload/pod/shape.ts';
