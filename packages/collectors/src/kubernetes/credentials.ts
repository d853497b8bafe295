/** The credential of the moment: tokens end, and are read or made again. */
import { readMaterial } from './kubeconfig.ts';
import type { ClusterUser } from './connection.ts';
import { CollectError } from '../collecting.ts';
import { runPlugin } from './exec-plugin.ts';

export interface Credential {
  readonly token: string | null;
  /** PEM */
  readonly certificate: string | null;
  readonly key: string | null;
}

export interface CredentialOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Asked before a program that the kubeconfig names is run: with the program and its arguments. */
  readonly mayRun: (command: readonly string[]) => boolean;
  readonly pluginTimeoutMs: number | undefined;
}

/** A credential is made anew this long before it ends. */
const MARGIN_MS = 30_000;
/** Tokens of service accounts are replaced on disk long before they end (Kubernetes documentation, "Configure Service Accounts for Pods"). */
const FILE_LIFE_MS = 60_000;

interface Made {
  readonly credential: Credential;
  readonly expiresAtMs: number;
}

export class Credentials {
  readonly #user: ClusterUser;
  readonly #options: CredentialOptions;
  #known: { readonly made: Promise<Made>; expiresAtMs: number } | null = null;

  constructor(user: ClusterUser, options: CredentialOptions) {
    this.#user = user;
    this.#options = options;
  }

  async current(): Promise<Credential> {
    const known = this.#known;
    if (known && this.#options.now().getTime() < known.expiresAtMs) return (await known.made).credential;
    return await this.#renew();
  }

  /** After a 401: false when asking again with the same would be no use. */
  async refresh(used: Credential): Promise<boolean> {
    const { token, tokenFile, plugin } = this.#user;
    if (tokenFile === null && (plugin === null || token !== null)) return false;
    const now = (await this.#known?.made)?.credential;
    // Of many calls that were refused together, the first one renews.
    if (now !== undefined && now !== used) return true;
    const renewed = await this.#renew();
    return plugin !== null || renewed.token !== used.token;
  }

  async #renew(): Promise<Credential> {
    const known = { made: this.#make(), expiresAtMs: Number.POSITIVE_INFINITY };
    this.#known = known;
    try {
      const { credential, expiresAtMs } = await known.made;
      known.expiresAtMs = expiresAtMs;
      return credential;
    } catch (error) {
      if (this.#known === known) this.#known = null;
      throw error;
    }
  }

  async #make(): Promise<Made> {
    const { token, tokenFile, certificate, key, plugin } = this.#user;
    const { now, mayRun, environment, signal, pluginTimeoutMs } = this.#options;
    if (tokenFile !== null) {
      const text = readMaterial(tokenFile).trim();
      if (text === '' || /\s/.test(text)) throw new CollectError('credentials', `${tokenFile} holds no token`);
      return { credential: { token: text, certificate, key }, expiresAtMs: now().getTime() + FILE_LIFE_MS };
    }
    if (token !== null || plugin === null) return { credential: { token, certificate, key }, expiresAtMs: Number.POSITIVE_INFINITY };
    if (!mayRun(plugin.command))
      throw new CollectError(
        'usage',
        `the kubeconfig runs a program for user ${plugin.userName}, which was not allowed: ${plugin.command[0]}`,
      );
    const made = await runPlugin(plugin, { environment, signal, ...(pluginTimeoutMs !== undefined && { timeoutMs: pluginTimeoutMs }) });
    return {
      credential: { token: made.token, certificate: made.certificate ?? certificate, key: made.key ?? key },
      expiresAtMs: made.expiresAt === null ? Number.POSITIVE_INFINITY : made.expiresAt.getTime() - MARGIN_MS,
    };
  }
}
