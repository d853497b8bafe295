/** The application as a library: what the command line calls. */
export * from './use-cases/index.ts';
export { AppError } from './errors.ts';
export type { AppErrorCode } from './errors.ts';
