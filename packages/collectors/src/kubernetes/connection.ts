/** Which API server is asked, and as whom: from a context of a kubeconfig, or from inside of a cluster. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CollectError } from '../collecting.ts';
import type { ExecPlugin } from './exec-plugin.ts';
import { execPluginOf } from './exec-plugin.ts';
import type { ConfigEntry, Kubeconfig } from './kubeconfig.ts';
import { fieldsOf, loadKubeconfig, materialIn, parseKubeconfig, pathFrom, readMaterial, textIn } from './kubeconfig.ts';

export interface ConnectionOptions {
  /** Paths of kubeconfig files, separated as in `KUBECONFIG`; without, that variable, then `~/.kube/config`, then the pod's own account. */
  readonly kubeconfig?: string;
  /** The text of a kubeconfig instead; its relative paths count from the working directory. */
  readonly kubeconfigText?: string;
  readonly context?: string;
  /** As the service account of the pod that kumomori runs in. */
  readonly inCluster?: boolean;
  /** What the cluster is called in the snapshot; without, as the kubeconfig calls it. */
  readonly name?: string;
  /** `process.env` when it is left out. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Where a pod finds its token. */
  readonly serviceAccountFolder?: string;
}

export interface ClusterConnection {
  readonly cluster: string;
  readonly server: URL;
  /** PEM; null: the authorities that Node.js trusts. */
  readonly authority: string | null;
  readonly isUnverified: boolean;
  /** The name that the server's certificate is to have, when that is not its host. */
  readonly serverName: string | null;
  readonly user: ClusterUser;
  /** Headers that ask to be treated as somebody else. */
  readonly impersonation: Readonly<Record<string, string>>;
}

export interface ClusterUser {
  readonly token: string | null;
  /** Read again as it changes. */
  readonly tokenFile: string | null;
  readonly certificate: string | null;
  readonly key: string | null;
  readonly plugin: ExecPlugin | null;
}

const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Throws CollectError with a sentence for whoever wrote the kubeconfig. */
export function connectionOf(options: ConnectionOptions): ClusterConnection {
  const environment = options.environment ?? process.env;
  if (options.inCluster === true) return ownCluster(options, environment);
  if (options.kubeconfigText !== undefined)
    return fromConfig(parseKubeconfig(options.kubeconfigText, join(process.cwd(), 'kubeconfig')), options);
  const config = loadKubeconfig(options.kubeconfig, environment);
  if (config) return fromConfig(config, options);
  if (existsSync(join(options.serviceAccountFolder ?? SERVICE_ACCOUNT, 'token'))) return ownCluster(options, environment);
  throw new CollectError('credentials', 'there is no kubeconfig: KUBECONFIG names none, ~/.kube/config does not exist, and this is no pod');
}

function ownCluster(
  { serviceAccountFolder: folder = SERVICE_ACCOUNT, name }: ConnectionOptions,
  environment: NodeJS.ProcessEnv,
): ClusterConnection {
  const host = environment['KUBERNETES_SERVICE_HOST'];
  if (!host || !existsSync(join(folder, 'token')))
    throw new CollectError(
      'credentials',
      'this is no pod of a cluster: KUBERNETES_SERVICE_HOST or the token of a service account is missing',
    );
  const port = environment['KUBERNETES_SERVICE_PORT'] ?? '443';
  return {
    cluster: name ?? 'in-cluster',
    server: serverOf(`https://${host.includes(':') ? `[${host}]` : host}:${port}`),
    authority: readMaterial(join(folder, 'ca.crt')),
    isUnverified: false,
    serverName: null,
    user: { token: null, tokenFile: join(folder, 'token'), certificate: null, key: null, plugin: null },
    impersonation: {},
  };
}

function fromConfig(config: Kubeconfig, { context: wanted, name }: ConnectionOptions): ClusterConnection {
  const contextName = wanted ?? config.currentContext;
  const known = [...config.contexts.keys()].join(', ');
  if (contextName === null) throw new CollectError('usage', `the kubeconfig has no current context: choose one of ${known}`);
  const context = config.contexts.get(contextName);
  if (!context) throw new CollectError('usage', `the kubeconfig has no context ${contextName}; it has ${known === '' ? 'none' : known}`);
  const clusterName = textIn(context, 'cluster') ?? '';
  const cluster = config.clusters.get(clusterName);
  if (!cluster)
    throw new CollectError('usage', `the context ${contextName} names a cluster that the kubeconfig does not have: ${clusterName}`);
  const userName = textIn(context, 'user');
  const user = userName === null ? undefined : config.users.get(userName);
  if (userName !== null && !user)
    throw new CollectError('usage', `the context ${contextName} names a user that the kubeconfig does not have: ${userName}`);
  if (textIn(cluster, 'proxy-url') !== null)
    throw new CollectError('usage', `the cluster ${clusterName} is behind a proxy-url, which is not supported: use a tunnel`);
  const connection: ClusterConnection = {
    cluster: name ?? clusterName,
    server: serverOf(textIn(cluster, 'server') ?? ''),
    authority: materialIn(cluster, 'certificate-authority'),
    isUnverified: cluster.fields['insecure-skip-tls-verify'] === true,
    serverName: textIn(cluster, 'tls-server-name'),
    user: user ? userOf(user, { name: userName ?? '', cluster }) : nobody,
    impersonation: user ? impersonationOf(user) : {},
  };
  return guarded(connection);
}

const nobody: ClusterUser = { token: null, tokenFile: null, certificate: null, key: null, plugin: null };

function serverOf(text: string): URL {
  const server = URL.parse(text);
  if (!server || (server.protocol !== 'https:' && server.protocol !== 'http:') || server.username !== '')
    throw new CollectError('usage', 'the server of the cluster is no address that begins with https://');
  return server;
}

/** A token sent in plain text belongs to everybody on the way. */
function guarded(connection: ClusterConnection): ClusterConnection {
  const { server, user } = connection;
  const isLocal = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(server.hostname);
  if (server.protocol === 'http:' && !isLocal && (user.token !== null || user.tokenFile !== null || user.plugin !== null))
    throw new CollectError('usage', `${server.origin} is not encrypted: a token is not sent there`);
  return connection;
}

function userOf(user: ConfigEntry, { name, cluster }: { readonly name: string; readonly cluster: ConfigEntry }): ClusterUser {
  if (textIn(user, 'username') !== null || textIn(user, 'password') !== null)
    throw new CollectError(
      'usage',
      `the user ${name} signs in with a password: Kubernetes 1.19 removed that, use a token or a certificate`,
    );
  if (fieldsOf(user.fields['auth-provider']))
    throw new CollectError('usage', `the user ${name} has an auth-provider: Kubernetes 1.26 removed those, use its exec plugin`);
  const file = textIn(user, 'tokenFile');
  return {
    token: textIn(user, 'token'),
    tokenFile: file === null ? null : pathFrom(user.folder, file),
    certificate: materialIn(user, 'client-certificate'),
    key: materialIn(user, 'client-key'),
    plugin: execPluginOf(user, { name, cluster }),
  };
}

function impersonationOf(user: ConfigEntry): Readonly<Record<string, string>> {
  const as = textIn(user, 'as');
  const uid = textIn(user, 'as-uid');
  const groups = user.fields['as-groups'];
  if (Array.isArray(groups) && groups.length > 0)
    throw new CollectError('usage', 'the kubeconfig impersonates groups (as-groups), which is not supported');
  return { ...(as !== null && { 'impersonate-user': as }), ...(uid !== null && { 'impersonate-uid': uid }) };
}
