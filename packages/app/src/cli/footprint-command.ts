/** `kumomori footprint [SNAPSHOT]` */
import { footprintOf, plain } from '../use-cases/index.ts';
import type { CloudFootprint, Footprint } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import type { CliContext } from './program.ts';
import { printer } from './snapshot-command.ts';

export function addFootprintCommand(program: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.live.footprint;
  const command = program.subcommand('footprint');
  command.description(texts.description).argument('[snapshot]', texts.snapshot);
  const print = printer(command, context);
  command.action(async (folder: string | undefined) => {
    const footprint = await footprintOf(folder ?? null, { cwd: environment.cwd, variables: environment.variables, language });
    print(footprint, () => footprintText(footprint, context));
  });
}

function footprintText({ clouds, local }: Footprint, context: CliContext): string {
  const texts = context.messages.live.footprint;
  const files = local.length === 0 ? [] : [[texts.local, ...local.map(({ path, what }) => plain(`  ${path}  (${what})`))].join('\n')];
  return [texts.created, ...clouds.map((each) => cloudText(each, context)), ...files].join('\n\n');
}

function cloudText({ provider, principals, accounts, calls, permissionsUsed, grant }: CloudFootprint, { messages }: CliContext): string {
  const texts = messages.live.footprint;
  const made = Object.values(calls).reduce((sum, each) => sum + each, 0);
  return [
    messages.live.clouds[provider],
    ...(principals.length > 0 ? [`  ${plain(texts.principals(principals.join(', ')))}`] : []),
    ...(accounts.length > 0 ? [`  ${plain(texts.accounts(accounts.join(', ')))}`] : []),
    ...(made > 0 ? [`  ${texts.calls(made, Object.keys(calls).length)}`] : []),
    ...(permissionsUsed.length > 0 ? [`  ${texts.permissions(permissionsUsed.length)}`] : []),
    `  ${texts.mayExist(grant.what)}`,
    ...(grant.print === null ? [] : [`  ${texts.print(grant.print)}`]),
    `  ${texts.remove}`,
    ...grant.remove.map((line) => `    ${line}`),
  ].join('\n');
}
