/** The API for tests, in the process of the test. */
import { createApp, routes } from '../server/http/index.ts';
import type { AppOptions } from '../server/http/index.ts';
import type { Role } from '../team/index.ts';
import { beginSession } from '../team/index.ts';
import type { TestTeam } from './team.ts';
import { testTeam } from './team.ts';

export const TEST_ORIGIN = 'https://console.example.com';
const COOKIE = '__Host-kumomori';

export interface TestCall {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of the JSON of `body`. */
  readonly raw?: string;
  readonly address?: string;
}

/** What tests read of answers; they fail when it is something else. */
export interface Answered {
  readonly id: string;
  readonly code: string;
  readonly reason: string | null;
  readonly secret: string;
  readonly uri: string;
  readonly token: string;
  readonly options: { readonly challenge: string; readonly rp: unknown; readonly attestation: unknown };
  readonly recoveryCodes: readonly string[];
  readonly passkeys: readonly { readonly name: string }[];
  readonly tokens: readonly { readonly id: string }[];
  readonly sessions: readonly { readonly id: string; readonly isThis: boolean }[];
  readonly user: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    readonly role: Role;
    readonly departments: readonly string[];
  };
  readonly settings: { readonly hasSecret: boolean };
}

export type TestAnswer = Omit<Response, 'json'> & { readonly json: () => Promise<Answered> };
export type TestClient = (path: string, call?: TestCall) => Promise<TestAnswer>;

export interface TestServer extends TestTeam {
  /** Nobody: as a program without credentials. */
  readonly anonymous: TestClient;
  /** As the console of somebody of the role, in a session of its own. */
  readonly signedIn: (
    role: Role,
    departments?: readonly string[],
  ) => Promise<TestClient & { readonly userId: string; readonly email: string }>;
  readonly withSession: (session: string) => TestClient;
  readonly withToken: (token: string) => TestClient;
  /** Errors of the server. */
  readonly logged: readonly { readonly message: string; readonly fields: unknown }[];
}

/** Paths are below /api/v1 unless they begin with `//`. */
export async function testServer(options: Partial<AppOptions> = {}): Promise<TestServer> {
  const team = await testTeam();
  const logged: { message: string; fields: unknown }[] = [];
  const note = (message: string, fields: unknown = {}) => void logged.push({ message, fields });
  const app = createApp({
    team: team.team,
    origin: TEST_ORIGIN,
    routes,
    files: null,
    log: { info: () => undefined, error: note },
    ...options,
  });
  const client =
    (headers: Readonly<Record<string, string>>): TestClient =>
    async (path, { method = 'GET', body, headers: more = {}, raw, address = '192.0.2.1' } = {}) => {
      const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const type = text === undefined ? {} : { 'content-type': 'application/json' };
      const init = { method, headers: { ...headers, ...type, ...more }, ...(text === undefined ? {} : { body: text }) };
      // See `Answered`.
      return (await app.request(path.startsWith('//') ? path.slice(1) : `/api/v1${path}`, init, { address })) as TestAnswer;
    };
  const withSession = (session: string) => client({ cookie: `${COOKIE}=${session}`, origin: TEST_ORIGIN, 'sec-fetch-site': 'same-origin' });
  return {
    ...team,
    logged,
    anonymous: client({}),
    withSession,
    withToken: (token) => client({ authorization: `Bearer ${token}` }),
    signedIn: async (role, departments = []) => {
      const { actor, email } = await team.as(role, departments);
      const session = await beginSession(team.team, actor.userId, { factors: ['password'], address: null, agent: null });
      return Object.assign(withSession(session), { userId: actor.userId, email });
    },
  };
}

/** The value of the session's cookie that an answer sets; null: none, or cleared. */
export function sessionOf(answer: Pick<Response, 'headers'>): string | null {
  const cookie = answer.headers.getSetCookie().find((each) => each.startsWith(`${COOKIE}=`));
  const value = /=([^;]*)/u.exec(cookie ?? '')?.[1] ?? '';
  return value === '' ? null : value;
}
