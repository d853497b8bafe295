/** An enabled region of an account, and which services watch it. Only a live account says it; nobody needs to use a region to be attacked in it. */
export interface Region {
  /** A detector that is switched on. */
  readonly guardDuty: boolean;
  readonly securityHub: boolean;
  /** A recorder that runs. */
  readonly config: boolean;
  /** An analyzer of access from outside, of the account or of the organization. One that the organization's administrator has is not seen from here. */
  readonly accessAnalyzer: boolean;
  /** Inspector scans something. */
  readonly inspector: boolean;
  readonly macie: boolean;
}
