import { calls, defineCheck, fail, fails, findCommand, hasOption, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'apt-get does not wait for an answer', ja: 'apt-get が応答待ちにならない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'A question stops the build, or the package is silently not installed.',
    ja: '確認待ちでビルドが止まるか、パッケージが入らないまま進みます。',
  },
  fix: {
    edits: { dockerfile: [{ call: ['apt-get'], when: ['install'], add: '-y', unless: ['--yes', '--assume-yes'] }] },
    summary: { en: 'Add -y.', ja: '-y を付けてください。' },
    dockerfile: `FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['AVD-DS-0021'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const command = findCommand(
      stage,
      (each) =>
        calls(each, ['apt-get'], 'install') && !hasOption(each, '-y', '--yes', '--assume-yes', '-q=2') && !/-qq/.test(each.words.join(' ')),
    );
    if (!command) return pass();
    return fail({
      en: `${stage.name} installs packages without -y`,
      ja: `${stage.name} は -y を付けずにパッケージを入れています`,
    });
  },
  examples: [
    fails('without', {
      dockerfile: `FROM debian:12
RUN apt-get update && apt-get install curl
`,
    }),
    passes('-y', {
      dockerfile: `FROM debian:12
RUN apt-get update && apt-get install -y curl
`,
    }),
    passes('joined', {
      dockerfile: `FROM debian:12
RUN apt-get update && apt-get -qy install curl
`,
    }),
    passes('long', {
      dockerfile: `FROM debian:12
RUN apt-get update && apt-get install --yes curl
`,
    }),
  ],
});
