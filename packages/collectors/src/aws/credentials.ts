/** Who we are in AWS: the standard chain (environment, profiles, SSO, web identity, container, instance), and roles in other accounts. */
import type { fromNodeProviderChain } from '@aws-sdk/credential-providers';

export type AwsIdentity = ReturnType<typeof fromNodeProviderChain>;

export interface AwsCredentials {
  readonly own: AwsIdentity;
  /** Of a role; nothing is asked before the first call is made. */
  assuming(roleArn: string): AwsIdentity;
}

export interface CredentialOptions {
  readonly profile?: string;
  readonly externalId?: string;
  readonly endpoint?: string;
}

/** Nothing is asked yet: a profile that does not exist fails with the first call. */
export async function credentialsFor({ profile, externalId, endpoint }: CredentialOptions): Promise<AwsCredentials> {
  const { fromNodeProviderChain: chain, fromTemporaryCredentials } = await import('@aws-sdk/credential-providers');
  const own = chain(profile === undefined ? {} : { profile });
  return {
    own,
    assuming: (RoleArn) =>
      fromTemporaryCredentials({
        masterCredentials: own,
        params: { RoleArn, RoleSessionName: 'kumomori', ...(externalId !== undefined && { ExternalId: externalId }) },
        clientConfig: { region: 'us-east-1', ...(endpoint !== undefined && { endpoint }) },
      }),
  };
}
