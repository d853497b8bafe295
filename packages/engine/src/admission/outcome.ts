import type { AdmissionAction, AdmissionBinding, AdmissionPolicy, Manifest, PlacedCel, Range, Text } from '@kumomori/model';

import type { AdmissionOperation } from './matching.ts';

/**
 * `unbound`: it breaks a policy that no binding puts in force. `unknown`: what decides is not in the manifests. What several actions of a
 * binding do at once is named by the gravest.
 */
export type AdmissionStatus = 'denied' | 'warned' | 'audited' | 'unbound' | 'unknown' | 'allowed';

/** One validation that does not hold or cannot be decided; or one policy and binding to which an object has nothing to fear. */
export interface AdmissionOutcome {
  readonly status: AdmissionStatus;
  readonly object: Manifest;
  readonly operation: AdmissionOperation;
  /** The object is a pod that this one makes. */
  readonly madeBy: Manifest | null;
  readonly policy: AdmissionPolicy;
  readonly binding: AdmissionBinding | null;
  readonly actions: readonly AdmissionAction[];
  /** The params it was judged with. */
  readonly params: Manifest | null;
  /** What decided; null where the policy as a whole did, and for what is allowed. */
  readonly cel: PlacedCel | null;
  /** Refused: as the API server says it. Unknown: why. */
  readonly message: Text;
  /** `Invalid`, `Forbidden` … */
  readonly reason: string;
  /** Not what the expression says but that it failed. */
  readonly isError: boolean;
  /** The part of the object that decided; null: the object as a whole. */
  readonly evidence: Range | null;
}

export interface AdmissionSimulation {
  /** In the order of the objects, then of the policies. */
  readonly outcomes: readonly AdmissionOutcome[];
  /** Objects that at least one policy looks at. */
  readonly judged: number;
  /** Policies that look at none of the objects. */
  readonly idle: readonly AdmissionPolicy[];
  /** Bindings whose policy is not there. */
  readonly orphans: readonly AdmissionBinding[];
}

export interface SimulateAdmissionInput {
  readonly policies: readonly AdmissionPolicy[];
  readonly bindings: readonly AdmissionBinding[];
  /** What is asked to be created, or to be updated where it is among {@link previous}. */
  readonly objects: readonly Manifest[];
  /** What there is already; default: nothing. */
  readonly previous?: readonly Manifest[];
  /** Whether what is no longer among the objects is deleted; default: no. */
  readonly deletions?: boolean;
  /** Namespaces and params are looked for here too. Default: the objects. */
  readonly known?: readonly Manifest[];
  /** What policies without a binding do; default: nothing. */
  readonly unbound?: AdmissionAction | null;
}
