/** A subscription to events of RDS. Sources: hashicorp/aws documentation of aws_db_event_subscription; AWS::RDS::EventSubscription; read 2026-11-22. */
export interface EventSubscription {
  /** Default true. */
  readonly isEnabled: boolean;
  /** `db-instance`, `db-cluster`, `db-parameter-group`, `db-security-group` …; undefined: events of everything. */
  readonly sourceType: string | undefined;
  /** None: all of them. */
  readonly categories: readonly string[];
}
