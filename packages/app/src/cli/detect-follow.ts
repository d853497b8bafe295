/** `kumomori detect --follow`: each match is written when it is found; the summary is on stderr. */
import { followEvents, plain } from '../use-cases/index.ts';
import type { DetectResult, FollowOptions } from '../use-cases/index.ts';
import { usage } from './command.ts';
import type { OutputRequest } from './common-options.ts';
import { incidentCsv, incidentCsvHead, incidentLine, matchCsv, matchCsvHead, matchLine } from './detect-text.ts';
import type { CliContext } from './program.ts';

type Given = Omit<FollowOptions, 'signal' | 'take' | 'tell' | 'complain'>;

export interface FollowOutput {
  readonly outputs: readonly OutputRequest[];
  readonly isIncidents: boolean;
  readonly quiet: boolean;
}

/** Until Ctrl-C, or the end of what is followed. */
export async function followDetect(
  given: Given,
  { outputs, isIncidents, quiet }: FollowOutput,
  context: CliContext,
): Promise<DetectResult> {
  const { environment, messages } = context;
  const { stdout, stderr } = environment;
  const [only] = outputs;
  if (outputs.length !== 1 || !only || only.file !== null || only.format === 'json') throw usage(messages.detect.followFormats);
  const stopped = new AbortController();
  const release = environment.onInterrupt?.(() => stopped.abort());
  // A match that waits in a buffer is none for whoever watches.
  const asCsv = only.format === 'csv';
  if (asCsv) stdout.write(isIncidents ? incidentCsvHead : matchCsvHead);
  const isText = only.format === 'table';
  try {
    const result = await followEvents({
      ...given,
      signal: stopped.signal,
      take(row) {
        if (isIncidents) return;
        const { time, level, title, action, principal, sourceIp } = row;
        const text = isText ? `${[time, level, title, action, principal, sourceIp].map((each) => plain(each ?? '-')).join('  ')}\n` : null;
        stdout.write(text ?? (asCsv ? matchCsv(row) : matchLine(row)));
      },
      tell(incident) {
        if (!isIncidents) return;
        const text = isText ? `${incident.firstSeen}  ${incident.severity}  ${plain(incident.title)}\n` : null;
        stdout.write(text ?? (asCsv ? incidentCsv([incident]).slice(incidentCsvHead.length) : incidentLine(incident)));
      },
      complain({ file, line, message }) {
        if (!quiet) stderr.write(`${plain(`${file === '' ? '' : `${file}${line === null ? '' : `:${line}`}: `}${message}`)}\n`);
      },
    });
    const { events, objects, matches } = result.summary;
    if (!quiet) stderr.write(`${messages.detect.summary(events, objects, matches)}\n`);
    return result;
  } finally {
    release?.();
  }
}
