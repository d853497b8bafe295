import type { AttrMap } from '../../../node.ts';

/** A pod that runs kube-apiserver. Source: Kubernetes reference, kube-apiserver; read 2026-11-22. */
export interface ApiServer {
  /** Without the dashes; `true` for a flag without a value. */
  readonly flags: AttrMap<string>;
  /** Files of the authorities that the etcd pods of this code believe. */
  readonly etcdAuthorities: readonly string[];
}
