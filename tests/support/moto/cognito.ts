import { CognitoIdentityClient, CreateIdentityPoolCommand } from '@aws-sdk/client-cognito-identity';
import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Connection, Expectation } from './estate.ts';
import { pairs } from './expectation.ts';

export async function build(connection: Connection): Promise<void> {
  const users = new CognitoIdentityProviderClient(connection);
  const good = await users.send(
    new CreateUserPoolCommand({
      PoolName: 'orders-users',
      DeletionProtection: 'ACTIVE',
      MfaConfiguration: 'ON',
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
      Policies: {
        PasswordPolicy: {
          MinimumLength: 14,
          RequireLowercase: true,
          RequireUppercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          TemporaryPasswordValidityDays: 1,
        },
      },
    }),
  );
  await users.send(
    new CreateUserPoolClientCommand({
      UserPoolId: good.UserPool?.Id,
      ClientName: 'orders-app',
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    }),
  );
  const bad = await users.send(
    new CreateUserPoolCommand({
      PoolName: 'leaflets-users',
      DeletionProtection: 'INACTIVE',
      MfaConfiguration: 'OFF',
      Policies: {
        PasswordPolicy: {
          MinimumLength: 6,
          RequireLowercase: false,
          RequireUppercase: false,
          RequireNumbers: false,
          RequireSymbols: false,
          TemporaryPasswordValidityDays: 60,
        },
      },
    }),
  );
  await users.send(
    new CreateUserPoolClientCommand({
      UserPoolId: bad.UserPool?.Id,
      ClientName: 'leaflets-app',
      PreventUserExistenceErrors: 'LEGACY',
      EnableTokenRevocation: false,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    }),
  );
  const identities = new CognitoIdentityClient(connection);
  for (const [IdentityPoolName, AllowUnauthenticatedIdentities] of [
    ['orders-identities', false],
    ['leaflets-identities', true],
  ] as const)
    await identities.send(new CreateIdentityPoolCommand({ IdentityPoolName, AllowUnauthenticatedIdentities }));
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-app', 'leaflets-app', [
    'aws-cognito-client-hides-users',
    'aws-cognito-client-no-plain-passwords',
    'aws-cognito-client-token-revocation',
  ]),
  ...pairs('orders-users', 'leaflets-users', [
    'aws-cognito-deletion-protection',
    'aws-cognito-mfa',
    'aws-cognito-password-complexity',
    'aws-cognito-password-length',
    'aws-cognito-temporary-password-days',
    'aws-cognito-threat-protection',
  ]),
  ...pairs('orders-identities', 'leaflets-identities', ['aws-cognito-identity-pool-no-guest']),
];
