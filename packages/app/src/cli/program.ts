/** The commands of the executable. */
import type { Language } from '@kumomori/model';
import { toolVersion } from '../version.ts';
import type { Messages } from '../use-cases/index.ts';
import { addAdmissionCommand } from './admission-command.ts';
import { addAnswerCommand } from './answer-command.ts';
import { addChecksCommand } from './checks-command.ts';
import { addCollectCommand } from './collect-command.ts';
import { CliCommand, addLanguageOption } from './command.ts';
import { addDetectCommand } from './detect-command.ts';
import { addDemoCommand } from './demo-command.ts';
import type { CliEnvironment } from './environment.ts';
import { addDriftCommand } from './drift-command.ts';
import { addEraseCommand } from './erase-command.ts';
import { addExposureCommand } from './exposure-command.ts';
import { addPathsCommand } from './paths-command.ts';
import { addExplainCommand } from './explain-command.ts';
import { addFootprintCommand } from './footprint-command.ts';
import { addFrameworksCommand } from './frameworks-command.ts';
import { addIntelCommand } from './intel-command.ts';
import { addLakeCommand } from './lake-command.ts';
import { addReadinessCommand } from './readiness-command.ts';
import { addReportCommand } from './report-command.ts';
import { addScanCommand } from './scan-command.ts';
import { addServeCommand } from './serve-command.ts';
import { addIamCommand } from './iam-command.ts';
import { addJudgeCommand } from './judge-command.ts';
import { addLspCommand } from './lsp-command.ts';
import { addMcpCommand } from './mcp-command.ts';
import { addInventoryCommand } from './inventory-command.ts';
import { addInvestigateCommand } from './investigate-command.ts';
import { addSnapshotCommand } from './snapshot-command.ts';

export interface CliContext {
  readonly environment: CliEnvironment;
  readonly language: Language;
  readonly messages: Messages;
  /** Sets the exit code. */
  readonly finish: (exitCode: number) => void;
}

export function createProgram(context: CliContext): CliCommand {
  const { messages, environment, finish } = context;
  const program = new CliCommand('kumomori', messages);
  program.description(messages.cli.description).version(toolVersion(), '-V, --version', messages.cli.options.version);
  program.configureOutput({ writeOut: (text) => environment.stdout.write(text), writeErr: (text) => environment.stderr.write(text) });
  addLanguageOption(program, messages);
  // Options after a command are that command's, also where its parent has some of the same name.
  program.enablePositionalOptions();
  program.action(() => {
    environment.stderr.write(program.helpInformation());
    finish(2);
  });
  program.helpCommand('help [command]', messages.cli.options.helpCommand);
  addScanCommand(program, context);
  addCollectCommand(program, context);
  addChecksCommand(program, context);
  addExplainCommand(program, context);
  addFrameworksCommand(program, context);
  addReportCommand(program, context);
  addSnapshotCommand(program, context);
  addDriftCommand(program, context);
  addExposureCommand(program, context);
  addPathsCommand(program, context);
  addAdmissionCommand(program, context);
  addIamCommand(program, context);
  addInventoryCommand(program, context);
  addLakeCommand(program, context);
  addDetectCommand(program, context);
  addIntelCommand(program, context);
  addInvestigateCommand(program, context);
  addReadinessCommand(program, context);
  addServeCommand(program, context);
  addMcpCommand(program, context);
  addLspCommand(program, context);
  addFootprintCommand(program, context);
  addEraseCommand(program, context);
  addJudgeCommand(program, context);
  addAnswerCommand(program, context);
  addDemoCommand(program, context);
  program.addHelpText('after', `\n${messages.cli.examples}`);
  return program;
}
