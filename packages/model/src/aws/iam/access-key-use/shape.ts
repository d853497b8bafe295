/** How old an access key is and when it was last used. Only a live account says it. Source: IAM API reference, read 2026-11-22. */
export interface AccessKeyUse {
  readonly user: string;
  readonly isActive: boolean;
  readonly ageDays: number;
  /** Undefined: never used since AWS began to write it down in April 2015. */
  readonly unusedDays: number | undefined;
  /** The key was made in the same minute as the user, who also has a password: somebody ticked both boxes. */
  readonly isMadeWithUser: boolean;
}
