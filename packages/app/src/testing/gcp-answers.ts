/** Google Cloud as its APIs answer, for tests: bodies of single things → recorded calls of one project that has nothing else. */
import type { GcpSource, Json, JsonObject, RecordedCall, RecordedCalls } from '@kumomori/model';
import { ALL_POLICIES, POLICY_SUFFIX, gcpKinds } from '@kumomori/model';

export const PROJECT = 'orders-prod';
export const PROJECT_NUMBER = '123456789012';

export interface GcpAnswers {
  /** Things by call. */
  readonly things: Readonly<Record<string, readonly JsonObject[]>>;
  /** Policies of all things of a call. */
  readonly policies?: Readonly<Record<string, JsonObject>>;
  /** `rest`: as the service's own API lists it; `inventory`: as assets of Cloud Asset Inventory. */
  readonly form?: 'rest' | 'inventory';
  /** Calls that were refused; policies included. */
  readonly refused?: (call: string) => boolean;
}

/** What every project has. */
const everywhere: Readonly<Record<string, readonly JsonObject[]>> = {
  'cloudresourcemanager.googleapis.com:projects': [
    { name: `projects/${PROJECT_NUMBER}`, projectId: PROJECT, parent: 'organizations/987654321098', state: 'ACTIVE' },
  ],
};
const ANCESTRY = 'cloudresourcemanager.googleapis.com:projects.getAncestry';
const SERVICES = 'serviceusage.googleapis.com:services';
const USES = ['serviceAccountLastAuthentication', 'serviceAccountKeyLastAuthentication'].map(
  (each) => `policyanalyzer.googleapis.com:${each}`,
);

export function gcpAnswers({ things, policies = {}, form = 'rest', refused = () => false }: GcpAnswers): RecordedCalls {
  const calls = new Map<string, RecordedCall[]>();
  const keep = (call: string, request: JsonObject, response: Json): void => {
    const answer = refused(call) ? { error: { code: 'PERMISSION_DENIED', message: 'refused' } } : { response };
    const [service = '', operation = ''] = call.split(':');
    const range = {
      source: { path: `raw/gcp/${PROJECT}/global/${service}/${operation}.jsonl.gz`, text: '', firstLine: 1 },
      start: 0,
      end: 0,
    };
    const place = { provider: 'gcp' as const, account: PROJECT, region: 'global', service, operation };
    calls.set(call, [...(calls.get(call) ?? []), { place, record: { request, at: '2026-11-22T09:00:00Z', ...answer }, range }]);
  };
  for (const kind of gcpKinds) {
    const bodies = things[kind.call] ?? everywhere[kind.call] ?? [];
    keep(kind.call, {}, pageOf(kind, bodies, form));
    const policy = policies[kind.call];
    if (policy) for (const body of bodies) keep(`${kind.call}${POLICY_SUFFIX}`, { resource: kind.idOf(body, PROJECT) }, policy);
    else keep(`${kind.call}${POLICY_SUFFIX}`, ALL_POLICIES, {});
  }
  keep(SERVICES, {}, { services: [...(things[SERVICES] ?? [])] });
  for (const call of USES) keep(call, {}, { activities: [...(things[call] ?? [])] });
  keep(
    ANCESTRY,
    { project: PROJECT },
    { ancestor: [{ resourceId: { type: 'project', id: PROJECT } }, { resourceId: { type: 'organization', id: '987654321098' } }] },
  );
  const above = policies['cloudresourcemanager.googleapis.com:ancestors'] ?? {};
  keep(
    `cloudresourcemanager.googleapis.com:ancestors${POLICY_SUFFIX}`,
    { resource: '//cloudresourcemanager.googleapis.com/organizations/987654321098' },
    above,
  );
  return { account: PROJECT, partition: '', of: (service, operation) => calls.get(`${service}:${operation}`) ?? [] };
}

function pageOf(kind: GcpSource, bodies: readonly JsonObject[], form: 'rest' | 'inventory'): Json {
  const [assetType] = kind.assets;
  if (form === 'inventory' && assetType !== undefined)
    return { assets: bodies.map((data) => ({ name: kind.idOf(data, PROJECT), assetType, resource: { data } })) };
  if (kind.listed === '') return bodies[0] ?? {};
  const [outer = '', inner] = kind.listed.split('.*.');
  return { [outer]: inner === undefined ? bodies : { 'regions/asia-northeast1': { [inner]: bodies } } };
}
