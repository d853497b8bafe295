import type { BlockReader, FieldsOf } from '../../../code/index.ts';
import { defineDockerfile, object } from '../../../code/index.ts';
import { mapCredentials } from '../../../secrets/index.ts';
import type { Command, Copy, ExposedPort, Run, Stage } from './shape.ts';

export const dockerfile = defineDockerfile<Stage>({
  types: ['stage'],
  identity: ['alias', 'base'],
  read: (stage): FieldsOf<Stage> => ({
    base: stage.text('base', { required: true }),
    isBaseStage: stage.boolean('isBaseStage', { default: false }),
    isFinal: stage.boolean('isFinal', { default: false }),
    alias: stage.string('alias'),
    isAliasUnique: stage.boolean('isAliasUnique', { default: true }),
    platform: stage.string('platform'),
    user: stage.string('user'),
    workdirs: stage.strings('workdirs'),
    exposes: stage.list<ExposedPort>('exposes', (port) =>
      object(
        {
          from: port.number('from', { required: true }),
          to: port.number('to', { required: true }),
          protocol: port.string('protocol', { default: 'tcp' }),
        },
        port.place,
      ),
    ),
    copies: stage.list<Copy>('copies', copy),
    runs: stage.list<Run>('runs', (run) =>
      object<Run>({ text: run.string('text', { default: '' }), commands: run.list<Command>('commands', command) }, run.place),
    ),
    environment: stage.stringMap('environment'),
    arguments: stage.stringMap('arguments'),
    credentials: mapCredentials(stage.value('environment'), stage.placeOf('environment')),
    healthchecks: stage.strings('healthchecks'),
    commands: stage.strings('commands'),
    entrypoints: stage.strings('entrypoints'),
    maintainers: stage.strings('maintainers'),
  }),
});

function copy(block: BlockReader): ReturnType<typeof object<Copy>> {
  return object<Copy>(
    {
      isAdd: block.boolean('isAdd', { default: false }),
      hasChecksum: block.boolean('hasChecksum', { default: false }),
      sources: block.strings('sources'),
      destination: block.text('destination'),
      from: block.string('from'),
      isFromItself: block.boolean('isFromItself', { default: false }),
    },
    block.place,
  );
}

function command(block: BlockReader): ReturnType<typeof object<Command>> {
  return object<Command>(
    {
      program: block.string('program', { default: '' }),
      words: block.strings('words'),
      isSudo: block.boolean('isSudo', { default: false }),
      assignments: block.strings('assignments'),
    },
    block.place,
  );
}
