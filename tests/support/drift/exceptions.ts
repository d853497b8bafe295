/** Drift between the estate and what moto makes of it, and why. */

const FEATURES = 'moto replaces all features of a detector by those of the last update, and has no defaults';
const TLS = 'moto always answers that the default certificate is used';
const INSIGHTS = 'moto tells nothing of Performance Insights';
const OWNERSHIP = 'moto gives new buckets no ownership controls; S3 turns ACLs off since April 2023';
const TAGS = 'moto keeps no tags that are given while it is made';
const LACKS = 'moto cannot make it';
const STACK = 'no stack was made from this template';

const tags = (name: string): readonly (readonly [what: string, reason: string])[] =>
  ['CostCenter', 'Environment', 'Owner'].map((key) => [`${name} tagged-resource.tags.${key}`, TAGS]);

export const asMotoHasIt: readonly (readonly [what: string, reason: string])[] = [
  ['changed platform/security-baseline/main.tf aws_guardduty_detector.this watchesEksAudit', FEATURES],
  ['changed platform/security-baseline/main.tf aws_guardduty_detector.this scansVolumes', FEATURES],
  ['changed platform/security-baseline/main.tf aws_guardduty_detector.this watchesLambda', FEATURES],
  ['changed platform/security-baseline/main.tf aws_guardduty_detector.this watchesDatabaseLogins', FEATURES],
  ['changed ec/production/cdn.tf aws_cloudfront_distribution.this["legacy-app"] minimumTls', TLS],
  ['changed ec/production/cdn.tf aws_cloudfront_distribution.this["shop"] minimumTls', TLS],
  ['changed platform/security-baseline/audit-logs.tf aws_s3_bucket.access_logs objectOwnership', OWNERSHIP],
  ['changed hr/portal/main.tf aws_s3_bucket.payroll_export objectOwnership', OWNERSHIP],
  ['changed data/analytics/main.tf aws_s3_bucket.query_results objectOwnership', OWNERSHIP],
  ['changed hr/portal/main.tf aws_s3_bucket.records objectOwnership', OWNERSHIP],
  ['changed ec/production/loyalty.tf aws_elasticache_replication_group.sessions autoMinorVersionUpgrade', 'moto does not tell it'],
  ['changed platform/network/main.tf aws_security_group.vpn ingress[].description', 'moto drops descriptions of prefix lists in rules'],
  ['changed modules/database/main.tf module.database.aws_db_instance.this performanceInsights', INSIGHTS],
  ['changed modules/database/main.tf module.orders_database.aws_db_instance.this performanceInsights', INSIGHTS],
  ['changed modules/database/main.tf module.orders_database.aws_db_instance.this performanceInsights', INSIGHTS],
  ...tags('changed platform/security-baseline/backup.tf aws_backup_plan.daily'),
  ...tags('changed platform/security-baseline/backup.tf aws_backup_vault.main'),
  ...tags('changed data/analytics/events.tf aws_kinesis_stream.clicks'),
  ['code-ahead platform/guardrails/stack.yaml AlertTopic', STACK],
  ['code-ahead platform/guardrails/stack.yaml ConfigBucket', STACK],
  ['code-ahead platform/guardrails/stack.yaml EmergencyRole', STACK],
  ['code-ahead platform/security-baseline/main.tf aws_accessanalyzer_analyzer.external', LACKS],
  ['code-ahead platform/security-baseline/backup.tf aws_backup_selection.tagged', LACKS],
  ['code-ahead platform/security-baseline/main.tf aws_ebs_snapshot_block_public_access.this', LACKS],
];
