/** Ways to gain rights in Kubernetes, Google Cloud and Azure, as data: one mechanism fills them in for every target of the estate. */
import type { EdgeKind } from '../../edges.ts';

export interface CloudEscalation {
  readonly id: string;
  readonly title: string;
  readonly edge: EdgeKind;
  /** Kind of target: `kubernetes.service-account`, `gcp.project`, `azure.compute.vm`. */
  readonly over: string;
  /**
   * Actions, all needed, and what each is asked about: the target, or what it belongs to (`namespace`, `cluster`, `project` …). One of
   * several suffices: `get|list secrets`, `create pods|jobs`, `a.b.create|a.c.create`. With `?` at the end of the place: only where there is one.
   */
  readonly needs: readonly (readonly [action: string, on: string])[];
  /** What follows for the target. A target that cannot be gained so is left out. */
  readonly gains: 'has' | 'run' | 'admin' | 'read';
  /** Flag that makes it impossible when false and a condition when not known. */
  readonly flag?: string;
  /** What must hold besides and nobody knows. `{0}`: the target. */
  readonly condition?: string;
}
