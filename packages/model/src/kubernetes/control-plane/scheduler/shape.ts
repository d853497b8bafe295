import type { AttrMap } from '../../../node.ts';

/** A pod that runs kube-scheduler. Source: Kubernetes reference, kube-scheduler; read 2026-11-22. */
export interface Scheduler {
  /** Without the dashes; `true` for a flag without a value. */
  readonly flags: AttrMap<string>;
}
