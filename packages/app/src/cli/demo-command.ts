/** `npm run demo`: scans the fictional company in examples/estate and tells the worst ways in. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PathEntry } from '../use-cases/index.ts';
import { findAttackPaths, painter, plain, renderPaths, renderGrid, renderReport, scanCode, wrap } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { addLanguageOption, usage } from './command.ts';
import type { CliContext } from './program.ts';
import { wantsColor, widthOf, writeResult } from './write.ts';

const REPORT = 'kumomori-report.html';
const PATHS = 'kumomori-paths.html';
const SHOWN = 5;
const WAYS = 3;
/** Where `npm start` listens. */
const CONSOLE_URL = 'http://127.0.0.1:7420';

export function addDemoCommand(program: CliCommand, context: CliContext): void {
  const { environment, language, messages } = context;
  const command = program.subcommand('demo', { hidden: true });
  command.description(messages.cli.demo.description);
  addLanguageOption(command, messages);
  command.action(async () => {
    const estate = fileURLToPath(new URL('../../../../examples/estate', import.meta.url));
    if (!existsSync(estate)) throw usage(messages.cli.demo.onlyInRepository);
    const { cwd, now } = environment;
    const result = await scanCode({ targets: [estate], cwd, now, language });
    const options = { language, color: false, width: widthOf(environment), limit: SHOWN, htmlReport: REPORT };
    writeResult(REPORT, await renderReport(result, { ...options, format: 'html' }), { cwd, messages });
    environment.stdout.write(await renderReport(result, { ...options, color: wantsColor(environment, true), format: 'table' }));
    const paths = await findAttackPaths({ targets: [estate], cwd, now, language, people: join(estate, 'people.csv') });
    writeResult(PATHS, await renderPaths(paths, { ...options, format: 'html' }), { cwd, messages });
    environment.stdout.write(`\n${waysIn(paths.paths, context).join('\n')}\n`);
    await fillConsole(estate, context);
    environment.stdout.write(`\n${messages.cli.demo.done(REPORT, PATHS)}\n`);
  });
}

/** The console's database, and how to open it. The demo itself ends. */
async function fillConsole(estate: string, { environment, messages, language }: CliContext): Promise<void> {
  const texts = messages.cli.demo;
  const { makeDemo } = await import('../team/index.ts');
  const { folder, logins } = await makeDemo(estate, environment.now);
  const columns = [{ title: texts.login }, { title: texts.person }, { title: texts.role }];
  const rows = logins.map(({ email, name, role, departments }) => [email, name, [texts.roles[role], ...departments].join(' · ')]);
  const grid = renderGrid(columns, rows, { width: widthOf(environment), color: wantsColor(environment, true) });
  const start = `npm start -- --data ${folder}${language === 'en' ? '' : ` --lang ${language}`}`;
  environment.stdout.write(`\n${texts.console(CONSOLE_URL, start)}\n\n${grid.join('\n')}\n${texts.password(logins[0]?.password ?? '')}\n`);
}

/** The gravest ways, no two of which begin alike. */
function waysIn(paths: readonly PathEntry[], { environment, messages }: CliContext): readonly string[] {
  const paint = painter(wantsColor(environment, true));
  const texts = messages.cli.demo;
  const beginnings = new Map<string, PathEntry>();
  for (const path of paths) {
    const begin = `${path.entry.node} ${path.entry.kind === 'internet' ? (path.steps[0]?.edge ?? '') : ''}`;
    if (!beginnings.has(begin)) beginnings.set(begin, path);
  }
  const width = widthOf(environment) - 5;
  const lines = [...beginnings.values()].slice(0, WAYS).flatMap(({ title, score, steps, fixes }, index) => {
    const way = [...steps.map(({ from }) => from), steps.at(-1)?.to ?? ''].map((node) => nodeName(node, messages)).join(' → ');
    const [fix] = fixes;
    const [first = '', ...rest] = wrap(plain(`${title} (${messages.paths.words.score(score)})`), width);
    return [
      `  ${index + 1}. ${paint('bold', first)}`,
      ...rest.map((line) => `     ${paint('bold', line)}`),
      ...wrap(plain(way), width).map((line) => `     ${paint('cyan', line)}`),
      ...(fix ? wrap(plain(`${texts.closedBy}: ${fix.summary}`), width).map((line) => `     ${line}`) : []),
    ];
  });
  return [paint('bold', texts.ways(WAYS)), ...lines];
}

function nodeName(node: string, { paths }: CliContext['messages']): string {
  return node === 'internet' ? paths.internet : node === 'admin' ? paths.admin : node;
}
