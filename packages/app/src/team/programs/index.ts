export { ProgramFailed, runProgram } from './run-program.ts';
export type { ProgramOrder } from './run-program.ts';
