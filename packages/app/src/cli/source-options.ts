/** Options of commands that read logs: where clouds answer, and from which day on. */
import type { LogsFrom, Messages } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { usage } from './command.ts';
import type { CliContext } from './program.ts';

interface SourceFlags {
  readonly since?: string;
  readonly endpointUrl?: string;
  readonly region?: string;
}

export function addSourceOptions(command: CliCommand, { logs: { cli } }: Messages): void {
  command.option('--since <DAY>', cli.since).option('--region <REGION>', cli.region).option('--endpoint-url <URL>', cli.endpointUrl);
}

/** Seconds of a micro-batch. */
export const FOLLOW_SECONDS = 2;

export function addFollowOptions(command: CliCommand, messages: Messages): void {
  const { cli } = messages.logs;
  command.option('--follow', cli.follow).option('--interval <SECONDS>', cli.interval, (value: string) => {
    if (!/^[1-5]$/.test(value)) throw usage(cli.badInterval(value));
    return Number(value);
  });
}

export function sourcesOf(
  { since, endpointUrl, region }: SourceFlags,
  stdin: AsyncIterable<Uint8Array> | null,
  { environment: { variables } }: CliContext,
): LogsFrom {
  return { variables, stdin, since: since ?? null, endpoint: endpointUrl ?? null, region: region ?? null };
}
