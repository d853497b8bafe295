/** One's own account. What changes how somebody comes in needs a session: a token never makes another way in. */
import { z } from 'zod';
import {
  TeamError,
  addPasskey,
  addToken,
  beginPasskey,
  beginTotp,
  changeOwnLanguage,
  changePassword,
  confirmTotp,
  endOwnSession,
  isPermission,
  listFactors,
  listPasskeys,
  listSessions,
  listTokens,
  removePasskey,
  removeTotp,
  renewRecoveryCodes,
  revokeToken,
} from '../../../team/index.ts';
import type { RouteDefinition } from '../definition.ts';
import { route } from '../definition.ts';
import { passkeyRegistrationSchema } from '../passkey-schema.ts';
import { languageSchema } from './session.ts';

const own = { access: 'self.manage', tag: 'account' } as const;
const codeSchema = z.string().trim().min(1).max(100);
const recoverySchema = z.object({ recoveryCodes: z.array(z.string()) });
const permissionSchema = z
  .string()
  .max(100)
  .refine(isPermission, { message: 'no such permission' })
  .transform((name) => {
    // The refinement above said so; its narrowing ends with it.
    if (!isPermission(name)) throw new TypeError('no such permission');
    return name;
  });

function needsSession(session: string | null): void {
  if (session === null) throw new TeamError('forbidden', 'a token cannot do this');
}

export const accountRoutes: readonly RouteDefinition[] = [
  route({
    ...{ ...own, id: 'getAccount', method: 'get', path: '/account', summary: 'One’s own factors' },
    response: z.object({
      password: z.boolean(),
      totp: z.boolean(),
      recoveryCodes: z.number().int(),
      passkeys: z.array(z.object({ id: z.string(), name: z.string(), createdAt: z.string(), lastUsedAt: z.string().nullable() })),
    }),
    async handle({ team, asking, session }) {
      needsSession(session);
      const factors = (await listFactors(team, asking.actor.userId))[0];
      if (!factors) throw new TeamError('not-found', 'no such person');
      const { password, totp, recoveryCodes } = factors;
      return { password, totp, recoveryCodes, passkeys: [...(await listPasskeys(team, asking))] };
    },
  }),
  route({
    ...{ ...own, id: 'changeOwnLanguage', method: 'put', path: '/account/language', summary: 'The language of mails' },
    body: z.object({ language: languageSchema }),
    handle: async ({ team, asking, body }) => changeOwnLanguage(team, asking, body.language),
  }),
  route({
    ...{ ...own, id: 'changePassword', method: 'put', path: '/account/password', summary: 'Another password; other sessions end' },
    body: z.object({ current: z.string().max(1_000), next: z.string().max(1_000) }),
    async handle({ team, asking, body, session }) {
      needsSession(session);
      await changePassword(team, asking, { ...body, session });
    },
  }),
  route({
    ...{ ...own, id: 'beginTotp', method: 'post', path: '/account/totp/begin', summary: 'The secret for an authenticator app, once' },
    response: z.object({ id: z.string(), secret: z.string(), uri: z.string() }),
    async handle({ team, asking, session }) {
      needsSession(session);
      return beginTotp(team, asking);
    },
  }),
  route({
    ...{ ...own, id: 'confirmTotp', method: 'post', path: '/account/totp', summary: 'The first code; from now on one is asked for' },
    body: z.object({ id: z.string().max(100), code: codeSchema }),
    response: recoverySchema,
    async handle({ team, asking, body, session }) {
      needsSession(session);
      return { recoveryCodes: [...(await confirmTotp(team, asking, body))] };
    },
  }),
  route({
    ...{ ...own, id: 'removeTotp', method: 'delete', path: '/account/totp', summary: 'No authenticator app any more' },
    body: z.object({ code: codeSchema }),
    async handle({ team, asking, body, session }) {
      needsSession(session);
      await removeTotp(team, asking, body.code);
    },
  }),
  route({
    ...{ ...own, id: 'renewRecoveryCodes', method: 'post', path: '/account/recovery-codes', summary: 'New recovery codes, once' },
    response: recoverySchema,
    async handle({ team, asking, session }) {
      needsSession(session);
      return { recoveryCodes: [...(await renewRecoveryCodes(team, asking))] };
    },
  }),
  route({
    ...{ ...own, id: 'beginPasskey', method: 'post', path: '/account/passkeys/begin', summary: 'What the browser makes a passkey with' },
    response: z.object({ id: z.string(), options: z.record(z.string(), z.unknown()) }),
    async handle({ team, asking, session, origin }) {
      needsSession(session);
      return beginPasskey(team, asking, origin);
    },
  }),
  route({
    ...{ ...own, id: 'addPasskey', method: 'post', path: '/account/passkeys', summary: 'Keeps a passkey' },
    body: z.object({ id: z.string().max(100), name: z.string().trim().min(1).max(100), response: passkeyRegistrationSchema }),
    async handle({ team, asking, body, session, origin }) {
      needsSession(session);
      await addPasskey(team, asking, { ...body, origin });
    },
  }),
  route({
    ...{ ...own, id: 'removePasskey', method: 'delete', path: '/account/passkeys/{id}', summary: 'Removes a passkey' },
    params: z.object({ id: z.string().max(2_000) }),
    async handle({ team, asking, params, session }) {
      needsSession(session);
      await removePasskey(team, asking, params.id);
    },
  }),
  route({
    ...{ ...own, id: 'listTokens', method: 'get', path: '/account/tokens', summary: 'One’s own tokens, without the secret' },
    response: z.object({
      tokens: z.array(
        z.object({
          ...{ id: z.string(), name: z.string(), hint: z.string(), scopes: z.array(z.string()).nullable() },
          ...{ createdAt: z.string(), expiresAt: z.string().nullable(), lastUsedAt: z.string().nullable() },
        }),
      ),
    }),
    async handle({ team, asking, session }) {
      needsSession(session);
      return {
        tokens: (await listTokens(team, asking)).map(({ scopes, ...token }) => ({ ...token, scopes: scopes ? [...scopes] : null })),
      };
    },
  }),
  route({
    ...{ ...own, id: 'addToken', method: 'post', path: '/account/tokens', summary: 'A token for programs, shown once' },
    body: z.object({
      name: z.string().trim().min(1).max(100),
      scopes: z.array(permissionSchema).min(1).max(100).nullable(),
      days: z.number().int().min(1).max(366),
    }),
    response: z.object({ id: z.string(), token: z.string() }),
    async handle({ team, asking, body, session }) {
      needsSession(session);
      return addToken(team, asking, body);
    },
  }),
  route({
    ...{ ...own, id: 'revokeToken', method: 'delete', path: '/account/tokens/{id}', summary: 'Makes a token void' },
    params: z.object({ id: z.uuid() }),
    async handle({ team, asking, params, session }) {
      needsSession(session);
      await revokeToken(team, asking, params.id);
    },
  }),
  route({
    ...{ ...own, id: 'listSessions', method: 'get', path: '/account/sessions', summary: 'Where one is signed in' },
    response: z.object({
      sessions: z.array(
        z.object({
          ...{ id: z.string(), isThis: z.boolean(), factors: z.array(z.string()), createdAt: z.string(), lastSeenAt: z.string() },
          ...{ address: z.string().nullable(), agent: z.string().nullable() },
        }),
      ),
    }),
    async handle({ team, asking, session }) {
      needsSession(session);
      return { sessions: (await listSessions(team, asking, session)).map(({ factors, ...each }) => ({ ...each, factors: [...factors] })) };
    },
  }),
  route({
    ...{ ...own, id: 'endSession', method: 'delete', path: '/account/sessions/{id}', summary: 'Signs out elsewhere' },
    params: z.object({ id: z.string().regex(/^[0-9a-f]{64}$/u) }),
    async handle({ team, asking, params, session }) {
      needsSession(session);
      await endOwnSession(team, asking, params.id);
    },
  }),
];
