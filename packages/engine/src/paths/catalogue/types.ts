/**
 * A way to gain rights, as data. One mechanism reads them all: capabilities (who may do what on which object), a precondition each of
 * which is true, false or not known, and a fact that is gained.
 */
import type { ConditionId } from '../conditions.ts';
import type { EdgeKind } from '../edges.ts';

/** What a permission must be allowed on. */
export type Bound =
  /** The role, user, group, policy or workload in question. */
  | 'target'
  /** A role that is passed. */
  | 'passed-role'
  /** A new thing of the kind, under whatever name is allowed. */
  | 'new'
  /** Any one existing thing of a kind. */
  | { readonly some: string };

/** Actions that one principal must be allowed, together. Separate needs may be met by different principals that the attacker has. */
export interface Need {
  readonly actions: readonly (readonly [action: string, on: Bound])[];
}

export interface EscalationPath {
  readonly id: string;
  readonly title: string;
  /** All actions of the path. */
  readonly required: readonly string[];
  readonly edge: EdgeKind;
  readonly mechanism: Mechanism;
}

/**
 * - `launch`: a role is passed to something new (or to an existing thing that takes a new role), which then acts as it
 * - `control`: an existing thing that has a role is made to act for the attacker
 * - `grant`: a principal is given rights; it may be one that the attacker has already or gets later
 * - `become`: a principal is taken over
 * - `unbind`: a principal loses its boundary
 * - `own`: the account is taken over at once
 */
export type Mechanism =
  | {
      readonly kind: 'launch';
      /** Services one of which the role must trust. */
      readonly services: readonly string[];
      /** Kind of what is made (`new`), or of what exists and is changed (`target`). */
      readonly vehicle: string;
      readonly isExisting: boolean;
      readonly needs: readonly Need[];
      /** Flags of the existing vehicle. */
      readonly flags: readonly ConditionId[];
      /** Kinds of which one must exist. */
      readonly exists: readonly string[];
      /** A profile must hold the role. */
      readonly profile: boolean;
    }
  | { readonly kind: 'control'; readonly vehicle: string; readonly needs: readonly Need[]; readonly flags: readonly ConditionId[] }
  | {
      readonly kind: 'grant';
      readonly through: 'user' | 'role' | 'group' | 'policy' | 'permission-set';
      readonly needs: readonly Need[];
      readonly flags: readonly ConditionId[];
    }
  | {
      readonly kind: 'become';
      readonly target: 'user' | 'role' | 'group';
      readonly needs: readonly Need[];
      readonly flags: readonly ConditionId[];
    }
  | { readonly kind: 'unbind'; readonly target: 'user' | 'role'; readonly needs: readonly Need[] }
  | { readonly kind: 'own'; readonly needs: readonly Need[] };

/** One need of one action on the target. */
export function onTarget(...actions: readonly string[]): readonly Need[] {
  return actions.map((action) => ({ actions: [[action, 'target']] }));
}
