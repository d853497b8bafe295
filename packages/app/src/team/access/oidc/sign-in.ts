/**
 * OpenID Connect: authorization code with PKCE, state, nonce, and the signature of the id_token. What the provider says is checked by openid-client; all
 * requests go through the guard of outgoing addresses.
 */
import * as client from 'openid-client';
import { guardedFetch } from '../../../net/index.ts';
import type { Team } from '../../context.ts';
import { TeamError } from '../../errors.ts';
import { beginChallenge, takeChallenge } from '../challenges.ts';
import { throttle } from '../throttle.ts';
import { personOfClaims } from './person.ts';
import type { OidcSettings } from './settings.ts';
import { openOidc } from './settings.ts';

const PER_ADDRESS = { size: 30, refillSeconds: 10 };
const PATH = '/api/v1/oidc/callback';
const TIMEOUT_SECONDS = 15;

export interface OidcBeginning {
  /** Of the provider. */
  readonly url: string;
  /** For a cookie: ties what comes back to the browser that began. */
  readonly browser: string;
}

/** Fails with `not-found` when single sign-on is off, `conflict` when the provider does not answer. */
export async function beginOidc(team: Team, origin: string, address: string | null): Promise<OidcBeginning> {
  await throttle(team, `oidc-from:${address ?? ''}`, PER_ADDRESS);
  const settings = await openOidc(team);
  if (!settings) throw new TeamError('not-found', 'single sign-on is off', { reason: 'sso-off' });
  const configuration = await discovered(team, settings);
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const nonce = client.randomNonce();
  const url = client.buildAuthorizationUrl(configuration, {
    ...{ redirect_uri: `${origin}${PATH}`, scope: [...new Set(['openid', 'email', 'profile', ...settings.scopes])].join(' ') },
    ...{ code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', state, nonce },
  });
  return { url: url.href, browser: await beginChallenge(team, 'oidc', { verifier, state, nonce, issuer: settings.issuer }) };
}

/** Who it is. Fails with `wrong-credentials` (reason `sso-failed`) for whatever does not fit, `forbidden` (`sso-unknown`) for people without access. */
export async function signInByOidc(
  team: Team,
  given: { readonly browser: string | null; readonly search: string; readonly origin: string; readonly address: string | null },
): Promise<string> {
  const begun = given.browser === null ? null : await takeChallenge(team, 'oidc', given.browser);
  const settings = await openOidc(team);
  if (!begun || !settings || begun['issuer'] !== settings.issuer) throw failed();
  const configuration = await discovered(team, settings);
  const claims = await claimsOf(configuration, begun, new URL(`${given.origin}${PATH}${given.search}`));
  return personOfClaims(team, settings, { claims, address: given.address });
}

async function claimsOf(
  configuration: client.Configuration,
  begun: Readonly<Record<string, string>>,
  url: URL,
): Promise<Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string }> {
  try {
    const tokens = await client.authorizationCodeGrant(configuration, url, {
      ...{ pkceCodeVerifier: begun['verifier'] ?? '', expectedState: begun['state'] ?? '', expectedNonce: begun['nonce'] ?? '' },
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw failed();
    return claims;
  } catch (cause) {
    throw failed(cause);
  }
}

async function discovered(
  team: Team,
  { issuer, clientId, secret }: OidcSettings & { readonly secret: string | null },
): Promise<client.Configuration> {
  const guarded = guardedFetch({ policy: team.outgoing });
  try {
    return await client.discovery(
      new URL(issuer),
      clientId,
      undefined,
      secret === null ? client.None() : client.ClientSecretBasic(secret),
      {
        [client.customFetch]: (url, { body, signal, ...options }) =>
          guarded(url, { ...options, ...(body === null || body === undefined ? {} : { body }), ...(signal ? { signal } : {}) }),
        timeout: TIMEOUT_SECONDS,
        // Without the first the signature of an id_token that comes over TLS is not looked at.
        execute: [client.enableNonRepudiationChecks, ...(team.outgoing.allowHttp ? [client.allowInsecureRequests] : [])],
      },
    );
  } catch (cause) {
    throw new TeamError('conflict', 'the identity provider does not answer', { reason: 'sso-unreachable', cause });
  }
}

function failed(cause?: unknown): TeamError {
  return new TeamError('wrong-credentials', 'the identity provider did not confirm it', { reason: 'sso-failed', cause });
}
