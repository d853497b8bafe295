/** node's own spec reporter, with the ten slowest files and tests just before its closing summary. */
import { relative } from 'node:path';
import { Readable } from 'node:stream';
import type { TestEvent } from 'node:test/reporters';
import { spec } from 'node:test/reporters';

const SHOWN = 10;

interface Timing {
  readonly name: string;
  readonly file: string;
  readonly milliseconds: number;
}

/** What node calls for `--test-reporter`: test events in, text out. */
async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts = { passed: 0, failed: 0 };
  for await (const text of Readable.from(watched(events, counts)).pipe(new spec())) yield String(text);
  yield `${counts.passed} passed, ${counts.failed} failed\n`;
}

export { report as default };

/** Passes the events on, counts the outcomes and slips the list of slow tests in before the summary. */
async function* watched(events: AsyncIterable<TestEvent>, counts: { passed: number; failed: number }): AsyncGenerator<TestEvent> {
  const timings: Timing[] = [];
  let lastNesting = 0;
  let shown = false;
  for await (const event of events) {
    if (event.type === 'test:pass' || event.type === 'test:fail') {
      const { name, nesting, details, file } = event.data;
      if (event.type === 'test:fail') counts.failed += 1;
      else if (event.data.skip === undefined) counts.passed += 1;
      // A parent reports after its children; its time is theirs.
      if (lastNesting <= nesting) timings.push({ name, file: file ?? '', milliseconds: details.duration_ms });
      lastNesting = nesting;
    }
    if (!shown && event.type === 'test:diagnostic' && event.data.nesting === 0 && event.data.message.startsWith('tests ')) {
      shown = true;
      yield { type: 'test:stdout', data: { file: '', message: slowest(timings) } };
    }
    yield event;
  }
}

function slowest(timings: readonly Timing[]): string {
  const files = Map.groupBy(timings, ({ file }) => file);
  const sums = [...files].map(([file, own]) => ({ name: '', file, milliseconds: own.reduce((sum, each) => sum + each.milliseconds, 0) }));
  return `\nSlowest files:\n${lines(sums)}\n\nSlowest tests:\n${lines(timings)}\n\n`;
}

function lines(timings: readonly Timing[]): string {
  const first = timings.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, SHOWN);
  return first
    .map(
      ({ name, file, milliseconds }) =>
        `${milliseconds.toFixed(0).padStart(7)} ms  ${relative('.', file)}${name === '' ? '' : `: ${name}`}`,
    )
    .join('\n');
}
