import type { AttrMap } from '../../../node.ts';

/** A pod that runs etcd. Source: etcd documentation, configuration options; read 2026-11-22. */
export interface Etcd {
  /** Without the dashes; `true` for a flag without a value. */
  readonly flags: AttrMap<string>;
  /** Files of the authorities that the API servers of this code believe. */
  readonly clusterAuthorities: readonly string[];
}
