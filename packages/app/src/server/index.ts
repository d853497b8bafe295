/** What runs until somebody ends it: the language server, the API with its console. */
export { serveMcp } from './mcp/index.ts';
export { startServer } from './start-server.ts';
export type { RunningServer, StartServerOptions } from './start-server.ts';
export type { ServerLog } from './http/index.ts';
