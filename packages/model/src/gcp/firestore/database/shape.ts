/** A Firestore database. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface FirestoreDatabase {
  /** Default false. */
  readonly hasPointInTimeRecovery: boolean;
  /** Default false. */
  readonly deleteProtection: boolean;
  readonly hasCustomerKey: boolean;
}
