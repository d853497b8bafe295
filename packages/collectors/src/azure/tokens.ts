/** Access tokens: from the chain of Microsoft's own library, kept until shortly before they end. */
import { CollectError } from '../collecting.ts';

/** `resource`: whom the token is for: `https://management.azure.com`. `refresh`: the last one was refused. */
export type AzureTokens = (resource: string, options: { readonly refresh: boolean }) => Promise<string>;

/** A token is not used in its last minutes: a listing may take that long. */
const SPARE_MS = 5 * 60_000;

/**
 * Environment, workload identity, managed identity, Azure CLI …, as `DefaultAzureCredential` of @azure/identity goes through them. Loaded at
 * the first token. Throws CollectError (`credentials`).
 */
export function defaultTokens({ tenant, now }: { readonly tenant: string | undefined; readonly now: () => Date }): AzureTokens {
  const known = new Map<string, { readonly token: string; readonly expiresAt: number }>();
  let credential: Promise<{ getToken(scope: string): Promise<{ token: string; expiresOnTimestamp: number } | null> }> | undefined;
  return async (resource, { refresh }) => {
    const kept = known.get(resource);
    if (kept && !refresh && kept.expiresAt - SPARE_MS > now().getTime()) return kept.token;
    try {
      credential ??= import('@azure/identity').then(
        ({ DefaultAzureCredential }) => new DefaultAzureCredential(tenant === undefined ? {} : { tenantId: tenant }),
      );
      const found = await (await credential).getToken(`${resource}/.default`);
      if (!found) throw new CollectError('credentials', 'no credential for Azure was found');
      known.set(resource, { token: found.token, expiresAt: found.expiresOnTimestamp });
      return found.token;
    } catch (cause) {
      if (cause instanceof CollectError) throw cause;
      throw new CollectError('credentials', `Azure gives no token for ${resource}: ${firstLine(cause)}`, cause);
    }
  };
}

export interface Claims {
  /** Name of the user or application; null when the token does not say. */
  readonly principal: string | null;
  readonly tenant: string | null;
}

/** What a token says of its holder, taken as it is: the service checks it. */
export function claimsOf(token: string): Claims {
  try {
    const json: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const text = (name: string): string | null => {
      const found = typeof json === 'object' && json !== null ? (json as Record<string, unknown>)[name] : undefined;
      return typeof found === 'string' && found !== '' ? found : null;
    };
    return { principal: text('upn') ?? text('unique_name') ?? text('appid') ?? text('oid'), tenant: text('tid') };
  } catch {
    return { principal: null, tenant: null };
  }
}

function firstLine(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]?.slice(0, 300) ?? '';
}
