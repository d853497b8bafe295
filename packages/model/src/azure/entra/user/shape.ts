/** A user of a directory, as only the live directory knows them. Source: Microsoft Graph reference of user, signInActivity and userRegistrationDetails, read 2026-11-22. */
export interface DirectoryUser {
  readonly isEnabled: boolean;
  readonly isGuest: boolean;
  /** Days since the account was made, at the time of the collection. */
  readonly ageDays: number | undefined;
  /** Days since the last sign-in of any kind; undefined: there was none. */
  readonly unusedDays: number | undefined;
  /** A second factor is registered. */
  readonly hasMfa: boolean;
  /** A role is assigned to the user itself that lets it sign in to machines, or run commands in them. */
  readonly entersMachines: boolean;
}
