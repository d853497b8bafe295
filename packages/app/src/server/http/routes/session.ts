/** Coming in and going out. */
import { z } from 'zod';
import {
  TeamError,
  audit,
  beginOidc,
  beginPasskeySignIn,
  beginSession,
  endSession,
  isAllowed,
  isFresh,
  isPermission,
  openSession,
  permissions,
  readOidc,
  setUp,
  signIn,
  signInByOidc,
  signInByPasskey,
} from '../../../team/index.ts';
import type { Actor, Factor, Team } from '../../../team/index.ts';
import { passingCookie, passingCookieName, sessionCookie } from '../cookie.ts';
import type { RawAnswer, RouteDefinition } from '../definition.ts';
import { route } from '../definition.ts';
import { passkeyAnswerSchema } from '../passkey-schema.ts';

export const roleSchema = z.enum(['admin', 'security', 'approver', 'auditor', 'member']);
export const languageSchema = z.enum(['en', 'ja']);

const signedInSchema = z.object({
  id: z.string().nullable(),
  name: z.string(),
  email: z.string().nullable(),
  role: roleSchema,
  departments: z.array(z.string()),
  language: languageSchema.nullable(),
  permissions: z.array(z.string()),
});
const sessionSchema = z.object({
  /** Nobody has set the server up. */
  fresh: z.boolean(),
  user: signedInSchema.nullable(),
});

export const sessionRoutes: readonly RouteDefinition[] = [
  route({
    ...{
      id: 'getSession',
      method: 'get',
      path: '/session',
      access: 'public',
      tag: 'session',
      summary: 'Who is signed in, with which rights',
    },
    response: sessionSchema,
    async handle({ team, asking, session }) {
      if (session === null && asking.actor.userId === null) return { fresh: await isFresh(team.store), user: null };
      return sessionOf(team, asking.actor, session);
    },
  }),
  route({
    ...{
      id: 'signIn',
      method: 'post',
      path: '/session',
      access: 'public',
      tag: 'session',
      summary: 'Signs in with a password, and a code where there is a second factor',
    },
    body: z.object({
      email: z.string().max(320),
      password: z.string().max(1_000),
      code: z.string().max(100).nullable().default(null),
      newPassword: z.string().max(1_000).nullable().default(null),
    }),
    response: sessionSchema,
    async handle({ team, asking, body, agent }) {
      const address = asking.address ?? null;
      const { userId, factors } = await signIn(team, body, address);
      return begin(team, userId, { address, agent, factors });
    },
  }),
  route({
    ...{
      id: 'beginPasskeySignIn',
      method: 'post',
      path: '/session/passkey/begin',
      access: 'public',
      tag: 'session',
      summary: 'What the browser asks a passkey to sign',
    },
    response: z.object({ id: z.string(), options: z.record(z.string(), z.unknown()) }),
    handle: async ({ team, asking, origin }) => beginPasskeySignIn(team, origin, asking.address ?? null),
  }),
  route({
    ...{
      id: 'signInByPasskey',
      method: 'post',
      path: '/session/passkey',
      access: 'public',
      tag: 'session',
      summary: 'Signs in with a passkey',
    },
    body: z.object({ id: z.string().max(100), response: passkeyAnswerSchema }),
    response: sessionSchema,
    async handle({ team, asking, body, agent, origin }) {
      const userId = await signInByPasskey(team, { ...body, origin });
      return begin(team, userId, { address: asking.address ?? null, agent, factors: ['passkey'] });
    },
  }),
  route({
    ...{
      id: 'getSignInWays',
      method: 'get',
      path: '/session/ways',
      access: 'public',
      tag: 'session',
      summary: 'How people may sign in beside a password',
    },
    response: z.object({ sso: z.object({ label: z.string() }).nullable() }),
    async handle({ team }) {
      const sso = await readOidc(team);
      return { sso: sso?.enabled ? { label: sso.label } : null };
    },
  }),
  route({
    ...{
      id: 'beginSso',
      method: 'get',
      path: '/oidc/begin',
      access: 'public',
      tag: 'session',
      summary: 'Sends the browser to the identity provider',
    },
    async handle({ team, asking, origin }) {
      try {
        const { url, browser } = await beginOidc(team, origin, asking.address ?? null);
        return { raw: true, status: 303, headers: { location: url }, cookies: [passingCookie(origin, 'oidc', browser)], body: null };
      } catch (error) {
        return backToSignIn(error, origin);
      }
    },
  }),
  route({
    ...{
      id: 'endSso',
      method: 'get',
      path: '/oidc/callback',
      access: 'public',
      tag: 'session',
      summary: 'Where the identity provider sends the browser back to',
    },
    query: z.record(z.string().max(200), z.union([z.string().max(8_000), z.array(z.string().max(8_000)).max(10)])),
    async handle({ team, asking, query, agent, origin, cookie }) {
      const address = asking.address ?? null;
      const pairs = Object.entries(query).flatMap(([key, value]) => [value].flat().map((each): [string, string] => [key, each]));
      const search = `?${new URLSearchParams(pairs)}`;
      try {
        const userId = await signInByOidc(team, { browser: cookie(passingCookieName(origin, 'oidc')), search, origin, address });
        const { setSession } = await begin(team, userId, { address, agent, factors: ['oidc'] });
        const cookies = [sessionCookie(setSession, origin), passingCookie(origin, 'oidc', '')];
        return { raw: true, status: 303, headers: { location: '/' }, cookies, body: null };
      } catch (error) {
        if (error instanceof TeamError)
          await audit(team, asking.actor, { action: 'session.refuse', detail: { by: 'oidc', reason: error.reason }, address });
        return backToSignIn(error, origin);
      }
    },
  }),
  route({
    ...{ id: 'signOut', method: 'delete', path: '/session', access: 'signed-in', tag: 'session', summary: 'Ends the session' },
    async handle({ team, asking, session }) {
      if (session !== null) {
        await endSession(team, session);
        await audit(team, asking.actor, { action: 'session.end', address: asking.address ?? null });
      }
      return { setSession: null, result: undefined };
    },
  }),
  route({
    ...{ id: 'setUp', method: 'post', path: '/set-up', access: 'public', tag: 'session', summary: 'Signs up the first administrator' },
    body: z.object({
      secret: z.string().max(100),
      email: z.email().max(320),
      name: z.string().trim().min(1).max(100),
      password: z.string().max(1_000),
      language: languageSchema,
    }),
    response: sessionSchema,
    async handle({ team, asking, body, agent }) {
      const address = asking.address ?? null;
      const userId = await setUp(team, body, address);
      return begin(team, userId, { address, agent, factors: ['setup', 'password'] });
    },
  }),
];

/** The page says why, by the reason in the fragment, which reaches no server. */
function backToSignIn(error: unknown, origin: string): RawAnswer {
  if (!(error instanceof TeamError)) throw error;
  const location = `/#sign-in=${error.reason ?? error.code}`;
  return { raw: true, status: 303, headers: { location }, cookies: [passingCookie(origin, 'oidc', '')], body: null };
}

type SessionView = z.infer<typeof sessionSchema>;

interface Beginning {
  readonly address: string | null;
  readonly agent: string | null;
  readonly factors: readonly Factor[];
}

async function begin(
  team: Team,
  userId: string,
  { address, agent, factors }: Beginning,
): Promise<{ setSession: string; result: SessionView }> {
  const setSession = await beginSession(team, userId, { factors, address, agent });
  const opened = await openSession(team, setSession);
  if (!opened) throw new Error('the session that was begun cannot be opened');
  await audit(team, opened.actor, { action: 'session.begin', detail: { factors: opened.factors }, address });
  return { setSession, result: await sessionOf(team, opened.actor, setSession) };
}

async function sessionOf(team: Team, actor: Actor, session: string | null): Promise<SessionView> {
  const opened = session === null ? null : await openSession(team, session);
  const { userId, name, role, departments } = actor;
  const allowed = Object.keys(permissions).filter((each) => isPermission(each) && isAllowed(actor, each));
  const user = {
    id: userId,
    name,
    email: opened?.email ?? null,
    role,
    departments: [...departments],
    language: opened?.language ?? null,
    permissions: allowed,
  };
  return { fresh: false, user };
}
