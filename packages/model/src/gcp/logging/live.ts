/** Answers of the Logging and Monitoring APIs in the words of the Terraform provider. Source: Logging API v2, Monitoring API v3, read 2026-11-22. */
import type { Json, LiveSource } from '../../live/index.ts';
import { memberOf, textOf } from '../../live/index.ts';
import type { GcpThing, TypeChoice } from '../inventory/index.ts';
import { flagAt, gcpSources } from '../inventory/index.ts';

/** The provider has a type for each level of the hierarchy. */
function byLevel(kind: string): TypeChoice {
  const levels = { projects: 'project', folders: 'folder', organizations: 'organization', billingAccounts: 'billing_account' };
  return {
    types: Object.values(levels).map((level) => `google_logging_${level}_${kind}`),
    of({ id }: GcpThing) {
      const level = /\/(projects|folders|organizations|billingAccounts)\//.exec(id)?.[1] ?? 'projects';
      return `google_logging_${Object.entries(levels).find(([key]) => key === level)?.[1] ?? 'project'}_${kind}`;
    },
  };
}

/** Sinks, exclusions and metrics have bare names. */
const inParent =
  (collection: string) =>
  (body: Json, account: string): string =>
    `//logging.googleapis.com/${parentOf(account)}/${collection}/${textOf(body, 'name') ?? ''}`;

export const live: readonly LiveSource[] = [
  ...gcpSources('logging.googleapis.com', {
    buckets: {
      asset: 'LogBucket',
      type: byLevel('bucket_config'),
      properties: ({ name, body }) => ({
        bucket_id: name,
        locked: flagAt(body, 'locked'),
        // Empty settings: the key of Google.
        cmek_settings:
          textOf(body, 'cmekSettings.kmsKeyName') === undefined ? undefined : { kms_key_name: textOf(body, 'cmekSettings.kmsKeyName') },
      }),
    },
    sinks: { asset: 'LogSink', type: byLevel('sink'), id: inParent('sinks') },
    exclusions: { asset: 'LogExclusion', type: byLevel('exclusion'), id: inParent('exclusions') },
    metrics: {
      asset: 'LogMetric',
      type: 'google_logging_metric',
      id: inParent('metrics'),
      // Names may hold slashes, and alerts say them whole.
      properties: ({ name, body }) => ({ name: textOf(body, 'name') ?? name }),
    },
    ancestorSinks: {
      items: 'sinks',
      // Of folders and the organization; only those that take the entries of the projects below count here.
      type: {
        types: ['google_logging_aggregated_sink'],
        of: ({ body }) => (flagAt(body, 'includeChildren') ? 'google_logging_aggregated_sink' : null),
      },
      id: (body) => `//logging.googleapis.com/ancestors/sinks/${textOf(body, 'name') ?? ''}/${textOf(body, 'writerIdentity') ?? ''}`,
    },
  }),
  ...gcpSources('monitoring.googleapis.com', {
    alertPolicies: {
      asset: 'AlertPolicy',
      type: 'google_monitoring_alert_policy',
      properties: ({ name, body }) => ({ name: textOf(body, 'displayName') ?? name, enabled: memberOf(body, 'enabled') ?? true }),
    },
    notificationChannels: {
      asset: 'NotificationChannel',
      type: 'google_monitoring_notification_channel',
      properties: ({ name, body }) => ({ name: textOf(body, 'displayName') ?? name }),
    },
  }),
];

/** `organizations-123` is how the snapshot names the account of an organization. */
function parentOf(account: string): string {
  const [, level, number] = /^(organizations|folders)-(\d+)$/.exec(account) ?? [];
  return level === undefined || number === undefined ? `projects/${account}` : `${level}/${number}`;
}
