/** Answers of the Pub/Sub API in the words of the Terraform provider. Source: Pub/Sub API v1 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { gcpSources } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('pubsub.googleapis.com', {
  topics: { asset: 'Topic', type: 'google_pubsub_topic', grantsBy: 'topic' },
  subscriptions: { asset: 'Subscription', type: 'google_pubsub_subscription', grantsBy: 'subscription' },
  schemas: { asset: 'Schema', type: 'google_pubsub_schema', grantsBy: 'schema' },
});
