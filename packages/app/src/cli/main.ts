/** Entry of the executable: hands the process to the command line. Nothing is loaded before it is known to be needed. */
import { toolVersion } from '../version.ts';
import type { CliStream } from './environment.ts';

// A reader that has seen enough (`| head`) closes the pipe; that is no error of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    // The disk behind a redirection is full, or the like.
    process.exitCode = 2;
    if (stream === process.stdout) process.stderr.write(`kumomori: standard output: ${error.message}\n`);
    process.exit(2);
  });
}

const argv = process.argv.slice(2);
if (argv[0] === '--version' || argv[0] === '-V') process.stdout.write(`${toolVersion()}\n`);
else {
  const { runCli } = await import('./run.ts');
  process.exitCode = await runCli(argv, {
    cwd: process.cwd(),
    variables: process.env,
    now: () => new Date(),
    stdout: streamOf(process.stdout),
    stderr: streamOf(process.stderr),
    stdin: () => process.stdin,
    onInterrupt(callback) {
      const signals = ['SIGINT', 'SIGTERM'] as const;
      const release = (): void => signals.forEach((signal) => void process.off(signal, stop));
      const stop = (): void => {
        release();
        callback();
      };
      for (const signal of signals) process.on(signal, stop);
      return release;
    },
  });
}

function streamOf(stream: NodeJS.WriteStream): CliStream {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : 0,
  };
}
