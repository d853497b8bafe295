/** What the API server serves: aggregated discovery, else version by version, else what every cluster has. */
import type { Json, ServedKind } from '@kumomori/model';
import {
  DISCOVERY,
  isJsonObject,
  isKnownGroup,
  isKnownKind,
  itemsAt,
  jsonAt,
  knownKinds,
  servedKinds,
  serviceOfGroup,
  textOf,
} from '@kumomori/model';
import { ApiFailure } from './failure.ts';
import type { Recorder } from './recorder.ts';

export interface Discovered {
  readonly kinds: readonly ServedKind[];
  /** False: discovery was refused, and the kinds are those that every cluster has; one that is missing is no gap then. */
  readonly isServersWord: boolean;
}

/** Newest form first; servers before 1.26 answer with the last. Source: Kubernetes documentation, "The Kubernetes API"; read 2026-11-22. */
const ACCEPT = [
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
  'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList',
  'application/json',
].join(',');

/** `scope`: only the kinds that are known to matter, or everything that can be listed. */
export async function discover(recorder: Recorder, scope: 'known' | 'all'): Promise<Discovered> {
  const answers = [...(await root(recorder, { path: '/api', scope })), ...(await root(recorder, { path: '/apis', scope }))];
  const served = servedKinds(answers);
  // A server that says nothing of pods has not been asked successfully.
  if (!served.some(({ group, plural }) => group === '' && plural === 'pods')) {
    const others = served.filter(({ group }) => group !== '');
    const rest = others.length > 0 ? knownKinds.filter(({ group }) => group === '') : knownKinds;
    return { kinds: [...others, ...rest].filter((kind) => isWanted(kind, scope)), isServersWord: false };
  }
  return { kinds: served.filter((kind) => isWanted(kind, scope)), isServersWord: true };
}

/** Objects that come and go by themselves, and figures; never collected. */
function isWanted(kind: ServedKind, scope: 'known' | 'all'): boolean {
  if (scope === 'known') return isKnownKind(kind);
  if (/(?:^|\.)metrics\.k8s\.io$/.test(kind.group)) return false;
  return !['events', 'leases', 'componentstatuses', 'endpoints', 'endpointslices'].includes(kind.plural);
}

async function root(
  recorder: Recorder,
  { path, scope }: { readonly path: '/api' | '/apis'; readonly scope: 'known' | 'all' },
): Promise<readonly Json[]> {
  const operation = path.slice(1);
  const { response, failure } = await recorder.ask({
    service: DISCOVERY,
    operation,
    path,
    accept: ACCEPT,
    permission: `get ${path}`,
    keep: objectOnly,
  });
  if (failure) {
    recorder.lack(DISCOVERY, operation, failure, `get ${path}`);
    return [];
  }
  if (textOf(response, 'kind') === 'APIGroupDiscoveryList') {
    lackStale(recorder, response, scope);
    return [response];
  }
  const versions =
    path === '/api'
      ? itemsAt(response, 'versions').map((version) => `/api/${String(version)}`)
      : itemsAt(response, 'groups').flatMap((group) => versionsOf(group, scope));
  const answers: Json[] = [];
  for (const each of versions.filter((version) => /^\/apis?(?:\/[a-z0-9.-]+){1,2}$/i.test(version))) {
    const asked = await recorder.ask({ service: DISCOVERY, operation: 'resources', path: each, keep: objectOnly });
    if (asked.failure) recorder.lack(DISCOVERY, `resources of ${each}`, asked.failure, `get ${each}`);
    else answers.push(asked.response);
  }
  return answers;
}

/** Versions of a group, the preferred one first. */
function versionsOf(group: Json, scope: 'known' | 'all'): readonly string[] {
  if (scope === 'known' && !isKnownGroup(textOf(group, 'name') ?? '')) return [];
  const preferred = textOf(group, 'preferredVersion.groupVersion');
  const all = itemsAt(group, 'versions').flatMap((version) => textOf(version, 'groupVersion') ?? []);
  return [...new Set([...(preferred === undefined ? [] : [preferred]), ...all])].map((version) => `/apis/${version}`);
}

/** Of a group whose own server does not answer nobody knows what is in it. */
function lackStale(recorder: Recorder, answer: Json, scope: 'known' | 'all'): void {
  for (const group of itemsAt(answer, 'items')) {
    const name = textOf(group, 'metadata.name') ?? '';
    const isStale = itemsAt(group, 'versions').some((version) => jsonAt(version, 'freshness') === 'Stale');
    if (isStale && (scope === 'all' || isKnownGroup(name)))
      recorder.lack(serviceOfGroup(name), 'discovery', new ApiFailure('Stale', 'the server of this group does not answer'));
  }
}

function objectOnly(answer: Json): Json {
  if (!isJsonObject(answer)) throw new ApiFailure('MalformedAnswer', 'the answer is no object', { status: 200 });
  return answer;
}
