/** `kumomori checks new`, `checks test`, `checks shape` */
import type { Diagnostic } from '@kumomori/model';
import { describeShape, listShapes, newOwnCheck, testOwnChecks, wrap } from '../use-cases/index.ts';
import type { DescribedShape, OwnChecksTested } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import type { CliContext } from './program.ts';
import { printer } from './snapshot-command.ts';
import { widthOf } from './write.ts';

const FOLDER = 'checks';

export function addNewCheck(parent: CliCommand, context: CliContext): void {
  const { environment, language, messages } = context;
  const texts = messages.ownChecks.cli;
  const command = parent.subcommand('new');
  command.description(texts.new).argument('<id>', texts.id).requiredOption('--type <TYPE>', texts.type);
  command.option('--typescript', texts.typescript).option('--folder <DIR>', texts.folder);
  const print = printer(command, context);
  command.action(async (id: string) => {
    const { typescript = false, folder = FOLDER } = command.opts<{ typescript?: boolean; folder?: string }>();
    // `checks` itself has an option of the same name, which takes it when it stands there.
    const { type = [] } = command.optsWithGlobals<{ type?: string | readonly string[] }>();
    const file = await newOwnCheck({ id, type: [type].flat()[0] ?? '', typescript, folder, cwd: environment.cwd, language });
    print({ file }, () => texts.written(file, folder));
  });
}

export function addTestChecks(parent: CliCommand, context: CliContext): void {
  const { environment, language, messages } = context;
  const texts = messages.ownChecks.cli;
  const command = parent.subcommand('test');
  command.description(texts.test).argument('<dir>', texts.testFolder);
  const print = printer(command, context);
  command.action(async (folder: string) => {
    const tested = await testOwnChecks(folder, { cwd: environment.cwd, language });
    print(tested, () => testedText(tested, folder, context));
    const isRight = tested.checks.length > 0 && tested.checks.every(({ problems }) => problems.length === 0) && errorsOf(tested) === 0;
    context.finish(isRight ? 0 : 1);
  });
}

export function addShapeCommand(parent: CliCommand, context: CliContext): void {
  const { language, messages } = context;
  const texts = messages.ownChecks.cli;
  const command = parent.subcommand('shape');
  command.description(texts.shape).argument('[type]', texts.shapeType);
  const print = printer(command, context);
  command.action(async (type = '') => {
    const types = await listShapes(type, language);
    if (types.length !== 1 || types[0] !== type) {
      print(types, () => `${types.join('\n')}\n\n${texts.types(types.length)}`);
      return;
    }
    const shape = await describeShape(type, language);
    print(shape, () => shapeText(shape, context));
  });
}

function errorsOf({ diagnostics }: OwnChecksTested): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}

function testedText(tested: OwnChecksTested, folder: string, { messages }: CliContext): string {
  const texts = messages.ownChecks.cli;
  const { checks, diagnostics } = tested;
  const lines = [...diagnostics.map(diagnosticLine)];
  for (const { id, file, examples, problems } of checks) {
    lines.push(`${problems.length === 0 ? '✔' : '✖'} ${id} (${file}, ${examples})`, ...problems.map((problem) => `    ${problem}`));
  }
  const wrong = checks.flatMap(({ problems }) => problems).length + errorsOf(tested);
  const examples = checks.reduce((sum, each) => sum + each.examples, 0);
  const end =
    wrong > 0 ? texts.failed(wrong, checks.length) : checks.length === 0 ? texts.none(folder) : texts.passed(checks.length, examples);
  return [...lines, '', end].join('\n');
}

/** `checks/owner.yaml:5:12: …` */
export function diagnosticLine({ severity, file, line, column, message }: Diagnostic): string {
  const place = [file, line, column].filter((part) => part !== null).join(':');
  return `${severity === 'error' ? '✖' : '!'} ${place}: ${message}`;
}

function shapeText({ type, description, fields }: DescribedShape, { messages, environment }: CliContext): string {
  const texts = messages.ownChecks.cli;
  const width = Math.max(...fields.map(({ path }) => path.length));
  const lines = fields.flatMap(({ path, type: of, optional, description: about }) => {
    const row = `${path.padEnd(width)}  ${of}${optional ? ` (${texts.optional})` : ''}`;
    return about === '' ? [row] : [row, ...wrap(about, widthOf(environment) - 6).map((line) => `      ${line}`)];
  });
  return [type, ...wrap(description, widthOf(environment)), '', ...lines, '', ...wrap(texts.variables, widthOf(environment))].join('\n');
}
