import type { Range } from '../source.ts';
import type { MapValue } from '../value.ts';

/** One Kubernetes object as it is written or as a cluster has it. */
export interface Manifest {
  /** As written: `apps/v1`, `v1`. */
  readonly apiVersion: string;
  readonly kind: string;
  /** `metadata.name`; of a generated name the prefix with `*`; null when there is none. */
  readonly name: string | null;
  /** `metadata.namespace`; null when it is not written. */
  readonly namespace: string | null;
  readonly value: MapValue;
  /** The whole object. */
  readonly range: Range;
}
