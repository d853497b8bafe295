/** Coming in and going out. */
import { z } from 'zod';
import {
  audit,
  beginSession,
  endSession,
  isAllowed,
  isFresh,
  isPermission,
  openSession,
  permissions,
  setUp,
  signInByPassword,
} from '../../../team/index.ts';
import type { Actor, Team } from '../../../team/index.ts';
import type { RouteDefinition } from '../definition.ts';
import { route } from '../definition.ts';

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
    ...{ id: 'signIn', method: 'post', path: '/session', access: 'public', tag: 'session', summary: 'Signs in with a password' },
    body: z.object({ email: z.string().max(320), password: z.string().max(1_000) }),
    response: sessionSchema,
    async handle({ team, asking, body, agent }) {
      const address = asking.address ?? null;
      const { userId } = await signInByPassword(team, { ...body, address });
      return begin(team, userId, { address, agent, action: 'session.begin' });
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
      return begin(team, userId, { address, agent, action: 'session.begin' });
    },
  }),
];

type SessionView = z.infer<typeof sessionSchema>;

interface Beginning {
  readonly address: string | null;
  readonly agent: string | null;
  readonly action: string;
}

async function begin(
  team: Team,
  userId: string,
  { address, agent, action }: Beginning,
): Promise<{ setSession: string; result: SessionView }> {
  const setSession = await beginSession(team, userId, { factors: ['password'], address, agent });
  const opened = await openSession(team, setSession);
  if (!opened) throw new Error('the session that was begun cannot be opened');
  await audit(team, opened.actor, { action, detail: { factors: opened.factors }, address });
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
