/** The server: its command and its refusals. */
export const server = {
  description: 'API and web console for a team: findings that live, owners, exceptions, alerts. One process, an embedded database.',
  options: {
    data: 'folder of the database (default: server, in the data folder of kumomori)',
    database: 'postgres://… instead of the embedded database (or KUMOMORI_DATABASE_URL)',
    port: 'port (default 7420)',
    host: 'address to listen at (default 127.0.0.1)',
    url: 'address under which people reach the console, https://… (default: that of host and port)',
  },
  listening: (url: string) => `kumomori is at ${url}`,
  setUp: (url: string) => `The first administrator signs up at ${url} (the link works once, for an hour).`,
  stopped: 'stopped',
  occupied: (pid: number, host: string) =>
    `process ${pid} on ${host} has this database open, and two at once would lose data: stop it, or give both a PostgreSQL server with --database`,
  badPort: (value: string) => `${value} is no port: 1 to 65535`,
  badUrl: (value: string) => `${value} is no http(s) address`,
  portTaken: (port: number) => `port ${port} is taken: choose another one with --port`,
  problems: {
    'not-signed-in': 'Sign in first.',
    'wrong-credentials': 'Mail address or password is wrong.',
    'second-factor': 'The code is wrong or was used before.',
    forbidden: 'Your role does not allow this.',
    'not-found': 'There is no such thing, or it belongs to another department.',
    conflict: 'Somebody else has changed this in the meantime.',
    'too-large': 'That is too large.',
    invalid: 'Something in the request is missing or wrong.',
    'too-many': 'Too many attempts. Wait a moment.',
    internal: 'Something went wrong on the server; its log says what.',
  },
  /** More exact than the problem, by the reason of the refusal. */
  reasons: {
    'email-taken': 'Somebody has this mail address already.',
    'password-length': 'A password has 12 to 256 characters.',
    'set-up-done': 'There is an administrator already.',
    'set-up-token': 'This link was used, or has expired: start the server again for a new one.',
    'other-origin': 'The request came from another site.',
  } as Readonly<Record<string, string>>,
};
