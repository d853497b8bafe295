import { any, defineCheck, fail, fails, findCommand, hasOption, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'zypper does not wait for an answer', ja: 'zypper が応答待ちにならない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'A question stops the build, or the package is silently not installed.',
    ja: '確認待ちでビルドが止まるか、パッケージが入らないまま進みます。',
  },
  fix: {
    edits: { dockerfile: [{ call: ['zypper'], when: ['install', 'in'], add: '-y', unless: ['-n', '--non-interactive', '--no-confirm'] }] },
    summary: { en: 'Add -y.', ja: '-y を付けてください。' },
    dockerfile: `FROM opensuse/leap:15.6
RUN zypper install -y curl && zypper clean all
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['AVD-DS-0027'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const command = findCommand(
      stage,
      (each) =>
        each.program === 'zypper' &&
        any(each.words, (word) => /^(?:(?:group|local|re)?install|in)$/.test(word)) &&
        !hasOption(each, '-n', '--non-interactive', '-y', '--no-confirm'),
    );
    if (!command) return pass();
    return fail({
      en: `${stage.name} installs packages with zypper without -y`,
      ja: `${stage.name} は -y を付けずに zypper でパッケージを入れています`,
    });
  },
  examples: [
    fails('without', {
      dockerfile: `FROM opensuse/leap:15.6
RUN zypper install curl
`,
    }),
    passes('with', {
      dockerfile: `FROM opensuse/leap:15.6
RUN zypper install -y curl
`,
    }),
  ],
});
