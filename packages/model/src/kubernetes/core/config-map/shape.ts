import type { AttrMap } from '../../../node.ts';

/** A ConfigMap. Source: Kubernetes documentation, "ConfigMaps"; read 2026-11-22. */
export interface ConfigMap {
  readonly namespace: string;
  readonly data: AttrMap<string>;
  /** Entries that hold a credential in plain text → its kind. */
  readonly credentials: AttrMap<string>;
}
