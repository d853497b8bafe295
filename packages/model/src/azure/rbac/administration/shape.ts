/** Who administers a subscription, as far as one root module says it; there where it gives the role Owner or defines roles. */
export interface Administration {
  /** Assignments of the role Owner. */
  readonly owners: number;
  /** A role of one's own that may administer resource locks. */
  readonly hasLockRole: boolean;
}
