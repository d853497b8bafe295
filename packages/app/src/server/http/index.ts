/** The API and the files of the console over HTTP. No rules are here: routes call the team's work. */
export { createApp } from './app.ts';
export type { ServerApp } from './app.ts';
export type { AppOptions, ServerLog } from './options.ts';
export type { RouteDefinition } from './definition.ts';
export { routes } from './routes/index.ts';
export { openStaticFiles } from './static-files.ts';
