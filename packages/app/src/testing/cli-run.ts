import type { CliEnvironment } from '../cli/index.ts';
import { runCli } from '../cli/index.ts';
import type { FolderFiles } from './in-folder.ts';
import { inFolder } from './in-folder.ts';

/** What a user sees of one run. */
export interface CliRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliRunOptions extends Partial<CliEnvironment> {
  /** Width of both streams; 0: unknown, as in a pipe. */
  readonly columns?: number;
}

/** No terminal, no variables, always the same morning; `text` grows with what is written. Options replace single parts. */
export function recordingEnvironment(
  cwd: string,
  { columns = 0, ...more }: CliRunOptions = {},
): { readonly environment: CliEnvironment; readonly text: { stdout: string; stderr: string } } {
  const text = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr'): CliEnvironment['stdout'] => ({
    write: (chunk) => void (text[name] += chunk),
    isTerminal: false,
    columns,
  });
  const now = (): Date => new Date('2026-11-22T09:00:00Z');
  return { environment: { cwd, variables: {}, now, stdout: stream('stdout'), stderr: stream('stderr'), ...more }, text };
}

/** Runs the command line in a folder that is there already. */
export async function runInFolder(cwd: string, argv: readonly string[], options: CliRunOptions = {}): Promise<CliRun> {
  const { environment, text } = recordingEnvironment(cwd, options);
  const exitCode = await runCli(argv, environment);
  return { exitCode, ...text };
}

/** Runs the command line in a fresh folder with these files, which is removed afterwards. */
export function runWithFiles(files: FolderFiles, argv: readonly string[], options: CliRunOptions = {}): Promise<CliRun> {
  return inFolder(files, (folder) => runInFolder(folder, argv, options));
}
