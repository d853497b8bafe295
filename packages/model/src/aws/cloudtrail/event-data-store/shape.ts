/** An event data store of CloudTrail Lake. Source: hashicorp/aws documentation of aws_cloudtrail_event_data_store, read 2026-11-22. */
export interface EventDataStore {
  readonly hasKmsKey: boolean;
  /** It cannot be deleted while this is on. Default true. */
  readonly isProtected: boolean;
}
