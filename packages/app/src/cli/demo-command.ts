/** `npm run demo`: scans the fictional company in examples/estate. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderReport, scanCode } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { addLanguageOption, usage } from './command.ts';
import type { CliContext } from './program.ts';
import { wantsColor, widthOf, writeResult } from './write.ts';

const REPORT = 'kumomori-report.html';
const SHOWN = 5;

export function addDemoCommand(program: CliCommand, context: CliContext): void {
  const { environment, language, messages } = context;
  const command = program.subcommand('demo', { hidden: true });
  command.description(messages.cli.demo.description);
  addLanguageOption(command, messages);
  command.action(async () => {
    const estate = fileURLToPath(new URL('../../../../examples/estate', import.meta.url));
    if (!existsSync(estate)) throw usage(messages.cli.demo.onlyInRepository);
    const result = await scanCode({ targets: [estate], cwd: environment.cwd, now: environment.now, language });
    const options = { language, color: false, width: widthOf(environment), limit: SHOWN, htmlReport: REPORT };
    writeResult(REPORT, await renderReport(result, { ...options, format: 'html' }), { cwd: environment.cwd, messages });
    environment.stdout.write(await renderReport(result, { ...options, color: wantsColor(environment, true), format: 'table' }));
    environment.stdout.write(`\n${messages.cli.demo.done(REPORT)}\n`);
  });
}
