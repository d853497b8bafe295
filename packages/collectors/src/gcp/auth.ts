/** Tokens through Google's own library: application default credentials, workload identity federation, the metadata server. */
import { CollectError } from '../collecting.ts';
import type { TokenProvider } from './client.ts';

const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';

export interface GcpCredentials {
  readonly token: TokenProvider;
  /** Mail address of a service account; null for people, whom the library does not name. */
  readonly principal: string | null;
  readonly quotaProject: string | null;
}

/** Loads the library when it is needed. Throws CollectError `credentials` when there are none. */
export async function defaultCredentials(): Promise<GcpCredentials> {
  const { GoogleAuth } = await import('google-auth-library');
  const found = async (): Promise<{ token: string; principal: string | null; quotaProject: string | null }> => {
    const auth = new GoogleAuth({ scopes: [SCOPE] });
    const client = await auth.getClient();
    const { token } = await client.getAccessToken();
    if (!token) throw new CollectError('credentials', 'Google gave no token');
    const { client_email: principal = null } = await auth.getCredentials().catch(() => ({ client_email: undefined }));
    return { token, principal, quotaProject: client.quotaProjectId ?? null };
  };
  try {
    const first = await found();
    let auth = new GoogleAuth({ scopes: [SCOPE] });
    return {
      principal: first.principal,
      quotaProject: first.quotaProject,
      async token(refresh) {
        if (refresh) auth = new GoogleAuth({ scopes: [SCOPE] });
        const token = await auth.getAccessToken();
        if (!token) throw new CollectError('credentials', 'Google gave no token');
        return token;
      },
    };
  } catch (cause) {
    if (cause instanceof CollectError) throw cause;
    throw new CollectError('credentials', 'there are no Google Cloud credentials: run "gcloud auth application-default login"', cause);
  }
}
