/** A tracker or geofence collection of Amazon Location. Source: hashicorp/aws documentation of aws_location_tracker and aws_location_geofence_collection, AWS::Location::Tracker, read 2026-11-22. */
export interface LocationResource {
  /** Default false: a key that AWS owns. */
  readonly hasCustomerKey: boolean;
}
