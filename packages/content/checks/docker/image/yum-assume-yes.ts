import { any, defineCheck, fail, fails, findCommand, hasOption, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'yum does not wait for an answer', ja: 'yum が応答待ちにならない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'A question stops the build, or the package is silently not installed.',
    ja: '確認待ちでビルドが止まるか、パッケージが入らないまま進みます。',
  },
  fix: {
    edits: {
      dockerfile: [
        { call: ['yum'], when: ['install', 'groupinstall', 'localinstall', 'reinstall', 'in'], add: '-y', unless: ['--assumeyes'] },
      ],
    },
    summary: { en: 'Add -y.', ja: '-y を付けてください。' },
    dockerfile: `FROM centos:7
RUN yum install -y curl && yum clean all
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['AVD-DS-0030'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const command = findCommand(
      stage,
      (each) =>
        each.program === 'yum' &&
        any(each.words, (word) => /^(?:(?:group|local|re)?install|in)$/.test(word)) &&
        !hasOption(each, '-y', '--assumeyes'),
    );
    if (!command) return pass();
    return fail({
      en: `${stage.name} installs packages with yum without -y`,
      ja: `${stage.name} は -y を付けずに yum でパッケージを入れています`,
    });
  },
  examples: [
    fails('without', {
      dockerfile: `FROM centos:7
RUN yum install curl
`,
    }),
    passes('with', {
      dockerfile: `FROM centos:7
RUN yum install -y curl
`,
    }),
  ],
});
