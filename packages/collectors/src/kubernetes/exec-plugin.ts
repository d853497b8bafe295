/**
 * Programs that a kubeconfig names to get credentials (`aws eks get-token`). Such a kubeconfig **runs a program** as the user who collects: it
 * is to be trusted like a script. Source: Kubernetes documentation, "Authenticating", section "client-go credential plugins"; read 2026-11-22.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { CollectError } from '../collecting.ts';
import type { ConfigEntry, Fields } from './kubeconfig.ts';
import { fieldsOf, materialIn, textIn } from './kubeconfig.ts';

export interface ExecPlugin {
  readonly userName: string;
  readonly apiVersion: string;
  /** The program and its arguments; never passed through a shell. */
  readonly command: readonly [string, ...string[]];
  readonly environment: Readonly<Record<string, string>>;
  readonly installHint: string | null;
  /** What the program wants to know of the cluster; null when it does not ask. */
  readonly cluster: Fields | null;
}

export interface ExecCredential {
  readonly token: string | null;
  readonly certificate: string | null;
  readonly key: string | null;
  readonly expiresAt: Date | null;
}

const VERSIONS: readonly string[] = ['client.authentication.k8s.io/v1', 'client.authentication.k8s.io/v1beta1'];
const MAX_OUTPUT = 1024 * 1024;
/** Long enough for somebody who signs in with a browser. */
const TIMEOUT_MS = 120_000;

/** The plugin of a user; null when it has none. Throws CollectError when it asks for what cannot be given. */
export function execPluginOf(
  user: ConfigEntry,
  { name, cluster }: { readonly name: string; readonly cluster: ConfigEntry },
): ExecPlugin | null {
  const fields = fieldsOf(user.fields['exec']);
  if (!fields) return null;
  const refuse = (why: string): CollectError => new CollectError('usage', `the exec plugin of user ${name} ${why}`);
  const program = textIn({ fields }, 'command');
  const apiVersion = textIn({ fields }, 'apiVersion') ?? '';
  if (program === null) throw refuse('names no command');
  if (!VERSIONS.includes(apiVersion))
    throw refuse(`speaks ${apiVersion === '' ? 'no version' : apiVersion}; ${VERSIONS.join(' and ')} are understood`);
  if (fields['interactiveMode'] === 'Always')
    throw refuse('wants to ask for something on the terminal (interactiveMode: Always); nobody is asked here');
  const args = Array.isArray(fields['args']) ? (fields['args'] as readonly unknown[]).map(String) : [];
  const pairs = (Array.isArray(fields['env']) ? (fields['env'] as readonly unknown[]) : []).flatMap((each) => {
    const pair = fieldsOf(each);
    return typeof pair?.['name'] === 'string' ? [[pair['name'], String(pair['value'] ?? '')] as const] : [];
  });
  return {
    userName: name,
    apiVersion,
    // A path counts from the kubeconfig; a bare name is looked up in PATH, never in a folder.
    command: [/[/\\]/.test(program) ? resolve(user.folder, program) : program, ...args],
    environment: Object.fromEntries(pairs),
    installHint: textIn({ fields }, 'installHint'),
    cluster: fields['provideClusterInfo'] === true ? clusterInfo(cluster) : null,
  };
}

function clusterInfo(cluster: ConfigEntry): Fields {
  const authority = materialIn(cluster, 'certificate-authority');
  const extensions = Array.isArray(cluster.fields['extensions']) ? (cluster.fields['extensions'] as readonly unknown[]).map(fieldsOf) : [];
  const config = extensions.find((each) => each?.['name'] === 'client.authentication.k8s.io/exec')?.['extension'];
  return {
    server: cluster.fields['server'],
    ...(cluster.fields['insecure-skip-tls-verify'] === true && { 'insecure-skip-tls-verify': true }),
    ...(textIn(cluster, 'tls-server-name') !== null && { 'tls-server-name': textIn(cluster, 'tls-server-name') }),
    ...(authority !== null && { 'certificate-authority-data': Buffer.from(authority).toString('base64') }),
    ...(config !== undefined && { config }),
  };
}

export interface RunOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
}

/** Runs the program. Throws CollectError when it gives no credential; what it printed is shown only where it is no credential. */
export async function runPlugin(plugin: ExecPlugin, { environment, signal, timeoutMs = TIMEOUT_MS }: RunOptions): Promise<ExecCredential> {
  const info = {
    apiVersion: plugin.apiVersion,
    kind: 'ExecCredential',
    spec: { interactive: false, ...(plugin.cluster && { cluster: plugin.cluster }) },
  };
  const { output, errors, exit } = await run(plugin, {
    environment: { ...environment, ...plugin.environment, KUBERNETES_EXEC_INFO: JSON.stringify(info) },
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  });
  signal.throwIfAborted();
  const fail = (why: string): CollectError => {
    const [line = ''] = errors.trim().split('\n');
    const hint = plugin.installHint === null ? '' : ` (${plugin.installHint.split('\n')[0]})`;
    return new CollectError(
      'credentials',
      `${plugin.command[0]}, which the kubeconfig runs for user ${plugin.userName}, ${why}${line === '' ? '' : `: ${line.slice(0, 300)}`}${hint}`,
    );
  };
  if (exit !== 0) throw fail(exit);
  return credentialIn(output, plugin, fail);
}

function credentialIn(output: string, plugin: ExecPlugin, fail: (why: string) => CollectError): ExecCredential {
  const answer = fieldsOf(parsed(output));
  const fields = fieldsOf(answer?.['status']);
  if (!answer || answer['kind'] !== 'ExecCredential' || !fields) throw fail('printed no ExecCredential');
  if (answer['apiVersion'] !== plugin.apiVersion) throw fail(`answered in another version than ${plugin.apiVersion}`);
  const status = { fields };
  const token = textIn(status, 'token');
  const certificate = textIn(status, 'clientCertificateData');
  const key = textIn(status, 'clientKeyData');
  if (token === null && (certificate === null || key === null)) throw fail('gave neither a token nor a certificate with its key');
  const expires = Date.parse(textIn(status, 'expirationTimestamp') ?? '');
  return { token, certificate, key, expiresAt: Number.isNaN(expires) ? null : new Date(expires) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

interface Ended {
  readonly output: string;
  readonly errors: string;
  /** 0, or how else it ended. */
  readonly exit: 0 | string;
}

async function run(
  { command: [program, ...args] }: ExecPlugin,
  { environment, signal }: { readonly environment: NodeJS.ProcessEnv; readonly signal: AbortSignal },
): Promise<Ended> {
  return await new Promise((end) => {
    const child = spawn(program, args, {
      env: environment,
      signal,
      shell: false,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      killSignal: 'SIGKILL',
    });
    const texts = { output: '', errors: '' };
    let isTooLong = false;
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      texts.output += chunk;
      isTooLong ||= texts.output.length > MAX_OUTPUT;
      if (isTooLong) child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      if (texts.errors.length < 10_000) texts.errors += chunk;
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      const how = error.name === 'AbortError' ? 'took too long' : error.code === 'ENOENT' ? 'is not installed' : 'could not be started';
      end({ ...texts, exit: how });
    });
    child.on('close', (code, killedBy) => {
      const how = isTooLong ? 'printed too much' : code === 0 ? 0 : `ended with ${code ?? killedBy ?? 'an error'}`;
      end({ ...texts, exit: how });
    });
  });
}
