/** What a root module sets up for a whole subscription; there where it sets up something of the kind: Defender plans, alerts, policies. */
export interface Subscription {
  /** The activity log goes to a workspace, storage account or event hub. */
  readonly exportsActivityLog: boolean;
}
