/**
 * The team's work on what the use-cases find: findings that live, their owners, exceptions, sources and their runs, people and their rights, the audit
 * trail. Everything here goes through the database as somebody; the server and the commands for operators call it.
 */
export * from './access/index.ts';
export * from './analysis/index.ts';
export * from './audit/index.ts';
export { makeDemo } from './demo/index.ts';
export type { DemoLogin, MadeDemo } from './demo/index.ts';
export * from './exceptions/index.ts';
export * from './findings/index.ts';
export * from './frameworks/index.ts';
export * from './governance/index.ts';
export * from './incidents/index.ts';
export * from './jobs/index.ts';
export * from './overview/index.ts';
export * from './resources/index.ts';
export * from './notifications/index.ts';
export * from './runs/index.ts';
export * from './schedules/index.ts';
export * from './settings/index.ts';
export * from './views/index.ts';
export { isHealthy, metricsText, metricsType } from './metrics.ts';
export { openTeam } from './context.ts';
export type { Asking, Team, TeamEvent } from './context.ts';
export { TeamError } from './errors.ts';
export type { TeamErrorCode } from './errors.ts';
export { SYSTEM, openStore } from '../store/index.ts';
export type { Actor, Role, Store } from '../store/index.ts';
