/**
 * The security set-up of an AWS account. In code it is there only where a root module sets up at least two kinds of detective services:
 * only then does a missing one say something.
 */
export interface Account {
  readonly securityHub: boolean;
  /** An analyzer for external access (type ACCOUNT or ORGANIZATION); those for unused access answer another question. */
  readonly externalAccessAnalyzer: boolean;
  /** Somebody holds the policy for support cases (AWSSupportAccess). */
  readonly supportAccess: boolean;
}
