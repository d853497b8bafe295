/** Where a live resource says something otherwise than its template does. */
import type { Json, JsonObject, LiveValue } from '../../live/index.ts';
import { Missing, isJsonObject, jsonAt, textOf } from '../../live/index.ts';

export interface Around {
  /** The resource above, when it was collected. */
  readonly parent: Json;
  /** Answer to a call about the resource itself: `/config/web`. */
  readonly answer: (path: string) => Json | Missing;
}

type Members = Readonly<Record<string, LiveValue>>;
/** Null: it says nothing of its own. */
type Adjust = (body: JsonObject, around: Around) => Members | null;

const adjustments: Readonly<Record<string, Adjust>> = {
  'microsoft.web/sites': site,
  'microsoft.web/sites/slots': site,
  // The system's own database: nothing of it can be set.
  'microsoft.sql/servers/databases': (body) => (textOf(body, 'name')?.toLowerCase() === 'master' ? null : body),
  // The registry's own region is listed among its copies.
  'microsoft.containerregistry/registries/replications': (body, { parent }) => (region(body) === region(parent) ? null : body),
  'microsoft.network/applicationgateways': gateway,
  'microsoft.security/assessments': (body) => ({ ...body, machine: machineOf(textOf(body, 'id') ?? '') }),
  // They are resources of their own.
  'microsoft.network/virtualnetworks': (body) => without(body, 'subnets'),
};

export function adjusted(type: string, body: JsonObject, around: Around): Members | null {
  const adjust = adjustments[type.toLowerCase()];
  return adjust ? adjust(body, around) : body;
}

/** The name of what an assessment extends. */
function machineOf(id: string): string {
  return (
    id
      .replace(/\/providers\/microsoft\.security\/.*$/i, '')
      .split('/')
      .at(-1) ?? id
  );
}

/** Lists of sites leave out most of their configuration, which is an answer of its own. */
function site(body: JsonObject, { answer }: Around): Members {
  const configuration = answer('/config/web');
  if (!(configuration instanceof Missing)) return without(body, 'siteConfig');
  return { ...body, properties: { ...objectAt(body, 'properties'), siteConfig: configuration } };
}

/** A gateway without a policy for TLS tells which one holds. */
function gateway(body: JsonObject): Members {
  const standard = textOf(body, 'properties.defaultPredefinedSslPolicy');
  if (standard === undefined || jsonAt(body, 'properties.sslPolicy') !== undefined) return body;
  return { ...body, properties: { ...objectAt(body, 'properties'), sslPolicy: { policyType: 'Predefined', policyName: standard } } };
}

function without(body: JsonObject, name: string): Members {
  const { [name]: _, ...properties } = objectAt(body, 'properties');
  return { ...body, properties };
}

function objectAt(body: JsonObject, name: string): JsonObject {
  const found = body[name];
  return isJsonObject(found) ? found : {};
}

function region(json: Json): string {
  return (textOf(json, 'location') ?? '').toLowerCase().replaceAll(' ', '');
}
