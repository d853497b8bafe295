import type { AttrMap } from '../../../node.ts';

/** A pod that runs kube-controller-manager. Source: Kubernetes reference, kube-controller-manager; read 2026-11-22. */
export interface ControllerManager {
  /** Without the dashes; `true` for a flag without a value. */
  readonly flags: AttrMap<string>;
}
