import type { AttrMap } from '../../../node.ts';

/** A ServiceAccount. Source: Kubernetes API reference v1.37; read 2026-11-22. */
export interface ServiceAccount {
  readonly namespace: string;
  /** Every namespace has one called `default`, which pods use that name none. */
  readonly isDefault: boolean;
  /** Whether pods get a token unless they say otherwise. Default true. */
  readonly mountsToken: boolean;
  readonly annotations: AttrMap<string>;
}
