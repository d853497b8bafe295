/** Collects a cluster: who we are, what the server serves, then every kind of it. */
import type { Json, ServedKind } from '@kumomori/model';
import { CORE_GROUP, GLOBAL_REGION, textOf } from '@kumomori/model';
import type { CollectEnvironment, CollectOutcome } from '../collecting.ts';
import { CollectError } from '../collecting.ts';
import type { ClientOptions } from './client.ts';
import { KubernetesClient, READING_POSTS } from './client.ts';
import type { ConnectionOptions } from './connection.ts';
import { connectionOf } from './connection.ts';
import { discover } from './discover.ts';
import type { FoundNode } from './kubelets.ts';
import { collectKubelets, nodesIn } from './kubelets.ts';
import { getObject, listKind } from './list-kind.ts';
import { Recorder } from './recorder.ts';

export interface KubernetesOptions extends ConnectionOptions, ClientOptions {
  /** Only these; what lives outside of namespaces is read all the same. */
  readonly namespaces?: readonly string[];
  /** `known`: what checks and networks need; `all`: every kind that can be listed, custom ones too. */
  readonly kinds?: 'known' | 'all';
  /** Whether kubelets are asked for their configuration. Default true. */
  readonly kubelets?: boolean;
}

/** Kinds that are listed at the same time; the budget decides how many calls that makes. */
const JOBS = 6;
const NAMESPACE = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Throws CollectError when nobody can be asked at all; whatever else fails is a gap. */
export async function collectKubernetes(options: KubernetesOptions, env: CollectEnvironment): Promise<CollectOutcome> {
  const bad = options.namespaces?.find((name) => !NAMESPACE.test(name));
  if (bad !== undefined) throw new CollectError('usage', `${bad} is no name of a namespace`);
  const connection = connectionOf(options);
  const client = new KubernetesClient(connection, env, options);
  const recorder = new Recorder(connection.cluster, client, env);
  try {
    await greet(recorder, connection.server);
    const principal = await whoAmI(recorder);
    await collectKinds(recorder, options, env);
    const scopes = [{ provider: 'kubernetes' as const, account: connection.cluster, regions: [GLOBAL_REGION] }];
    return { principal, scopes, gaps: recorder.gaps };
  } finally {
    client.close();
  }
}

/** Everybody may ask for the version; a server that does not even answer that answers nothing. */
async function greet(recorder: Recorder, server: URL): Promise<void> {
  const { failure } = await recorder.ask({ service: CORE_GROUP, operation: 'version', path: '/version' });
  if (!failure) return;
  const where = `the API server ${server.origin}`;
  if (failure.status === 401) throw new CollectError('credentials', `${where} does not know who asks (${failure.message})`, failure);
  if (failure.status === null && failure.code !== 'BudgetSpent')
    throw new CollectError('credentials', `${where} cannot be reached: ${failure.code} (${failure.message})`, failure);
  recorder.lack(CORE_GROUP, 'version', failure, 'get /version');
}

/** Null when the server is older than 1.28 and cannot say. */
async function whoAmI(recorder: Recorder): Promise<string | null> {
  const [path = ''] = READING_POSTS;
  const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' };
  const { response, failure } = await recorder.ask({ service: 'authentication.k8s.io', operation: 'selfsubjectreviews', path, body });
  if (failure?.status === 401) throw new CollectError('credentials', `the API server does not know who asks (${failure.message})`, failure);
  return failure ? null : (textOf(response, 'status.userInfo.username') ?? null);
}

async function collectKinds(recorder: Recorder, options: KubernetesOptions, env: CollectEnvironment): Promise<void> {
  const { kinds, isServersWord } = await discover(recorder, options.kinds ?? 'known');
  const nodes: FoundNode[] = [];
  const onPage = (items: readonly Json[]): void => void nodes.push(...nodesIn(items));
  const jobs = kinds.flatMap((kind) => {
    const listing = { kind, redact: env.redact, mayBeMissing: !isServersWord };
    const isNodes = kind.group === '' && kind.plural === 'nodes';
    return pathsOf(kind, options.namespaces).map(({ path, isList }) => async () => {
      if (isList) await listKind({ ...listing, path, ...(isNodes && { onPage }) }, recorder);
      else await getObject({ ...listing, path }, recorder);
    });
  });
  let done = 0;
  const queue = jobs.values();
  const worker = async (): Promise<void> => {
    for (const job of queue) {
      await job();
      done += 1;
      env.onProgress({ provider: 'kubernetes', scope: recorder.cluster, callsMade: env.budget.made, done, total: jobs.length });
    }
  };
  await Promise.all(Array.from({ length: JOBS }, worker));
  if (options.kubelets !== false) await collectKubelets(nodes, recorder);
}

/** Where the objects of a kind are found. Of chosen namespaces each is asked for by itself, so that nobody needs to list them all. */
function pathsOf(kind: ServedKind, namespaces: readonly string[] | undefined): readonly { path: string; isList: boolean }[] {
  const base = kind.group === '' ? `/api/${kind.version}` : `/apis/${kind.group}/${kind.version}`;
  if (!namespaces) return [{ path: `${base}/${kind.plural}`, isList: true }];
  if (kind.group === '' && kind.plural === 'namespaces')
    return namespaces.map((name) => ({ path: `${base}/namespaces/${name}`, isList: false }));
  if (!kind.isNamespaced) return [{ path: `${base}/${kind.plural}`, isList: true }];
  return namespaces.map((name) => ({ path: `${base}/namespaces/${name}/${kind.plural}`, isList: true }));
}
