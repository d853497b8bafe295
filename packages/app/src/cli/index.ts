/** The command line as a function of its environment: one file for each command and one for what it prints. main.ts is the process around it. */
export type { CliEnvironment } from './environment.ts';
export { runCli } from './run.ts';
