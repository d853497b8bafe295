import type { AttrMap } from '../../../node.ts';

/** A PersistentVolume and the parameters of its StorageClass. Source: Kubernetes API reference v1.37; read 2026-11-22. */
export interface PersistentVolume {
  readonly storageClass: string | undefined;
  /** The provisioner of its class, where that is in this code. */
  readonly provisioner: string | undefined;
  readonly parameters: AttrMap<string>;
}
