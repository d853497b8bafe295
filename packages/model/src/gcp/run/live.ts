/** Answers of the Cloud Run Admin API, whose global endpoint and Cloud Asset Inventory speak Knative. Source: Cloud Run Admin API v1 reference, read 2026-11-22. */
import type { Json, JsonObject, LiveSource, LiveValue } from '../../live/index.ts';
import { isJsonObject, jsonAt, memberOf, textOf } from '../../live/index.ts';
import { gcpSources, membersInTerms, objectsAt } from '../inventory/index.ts';

const LOCATION = 'cloud.googleapis.com/location';
const BINARY_AUTHORIZATION = 'run.googleapis.com/binary-authorization';
const ENCRYPTION_KEY = 'run.googleapis.com/encryption-key';

export const live: readonly LiveSource[] = gcpSources('run.googleapis.com', {
  services: {
    asset: 'Service',
    items: 'items',
    type: 'google_cloud_run_service',
    id: idOf('services'),
    names: ({ body }) => [nameOf(body)],
    grantsBy: 'service',
    properties({ body }) {
      const template = jsonAt(body, 'spec.template');
      return {
        name: nameOf(body),
        location: locationOf(body),
        labels: jsonAt(body, 'metadata.labels'),
        metadata: { annotations: annotations(body), labels: jsonAt(body, 'metadata.labels') },
        template: {
          metadata: { annotations: annotations(template) },
          spec: { containers: containers(jsonAt(template, 'spec')), service_account_name: ownAccount(jsonAt(template, 'spec')) },
        },
        binary_authorization: annotations(body)[BINARY_AUTHORIZATION] === undefined ? undefined : {},
        spec: undefined,
        status: undefined,
      };
    },
  },
  jobs: {
    asset: 'Job',
    items: 'items',
    type: 'google_cloud_run_v2_job',
    id: idOf('jobs'),
    names: ({ body }) => [nameOf(body)],
    grantsBy: 'name',
    properties({ body }) {
      const execution = jsonAt(body, 'spec.template');
      const task = jsonAt(execution, 'spec.template.spec');
      return {
        name: nameOf(body),
        location: locationOf(body),
        labels: jsonAt(body, 'metadata.labels'),
        template: {
          template: {
            containers: containers(task),
            service_account: ownAccount(task),
            encryption_key: annotations(execution)[ENCRYPTION_KEY],
          },
        },
        binary_authorization: annotations(body)[BINARY_AUTHORIZATION] === undefined ? undefined : {},
        metadata: undefined,
        spec: undefined,
        status: undefined,
      };
    },
  },
  workerpools: { asset: 'WorkerPool', items: 'items', type: 'google_cloud_run_v2_worker_pool', id: idOf('workerPools'), grantsBy: 'name' },
});

function idOf(collection: string): (body: Json, account: string) => string {
  return (body, account) => `//run.googleapis.com/projects/${account}/locations/${locationOf(body)}/${collection}/${nameOf(body)}`;
}

function nameOf(body: Json): string {
  return textOf(body, 'metadata.name') ?? '';
}

/** Names of labels hold dots, so that no path reaches them. */
function locationOf(body: Json): string {
  return textOf({ location: memberOf(jsonAt(body, 'metadata.labels'), LOCATION) ?? null }, 'location') ?? 'global';
}

function annotations(body: Json | undefined): JsonObject {
  const found = jsonAt(body, 'metadata.annotations');
  return isJsonObject(found) ? found : {};
}

function containers(spec: Json | undefined): LiveValue {
  return objectsAt(spec, 'containers').map((each) => ({ ...membersInTerms(each), env: objectsAt(each, 'env') }));
}

/** Cloud Run fills in the project's default account where none was chosen. */
function ownAccount(spec: Json | undefined): string | undefined {
  const email = textOf(spec, 'serviceAccountName');
  return email === undefined || email.endsWith('-compute@developer.gserviceaccount.com') ? undefined : email;
}
