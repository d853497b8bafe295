import { any, defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'yum leaves no cache', ja: 'yum のキャッシュを残さない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'What yum downloads stays in the layer: a larger image, and old metadata.',
    ja: 'yum のダウンロードがレイヤーに残り、イメージが肥大します。',
  },
  fix: {
    edits: {
      dockerfile: [
        {
          call: ['yum'],
          when: ['install', 'groupinstall', 'localinstall', 'reinstall', 'in', 'update', 'upgrade'],
          andThen: 'yum clean all',
        },
      ],
    },
    summary: { en: 'Run yum clean in the same RUN.', ja: '同じ RUN の中で yum clean を実行してください。' },
    dockerfile: `FROM centos:7
RUN yum install -y curl && yum clean all
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['AVD-DS-0015'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const run = find(
      stage.runs,
      ({ text, commands }) =>
        any(
          commands,
          ({ program, words }) =>
            program === 'yum' && any(words, (word) => /^(?:(?:group|local|re)?install|in|update|upgrade)$/.test(word)),
        ) &&
        !any(commands, ({ program, words }) => program === 'yum' && any(words, (word) => word === 'clean' || word === 'cc')) &&
        !/rm\s+-\w*r\w*\s[^;&|]*\/var\/cache\/yum/.test(text),
    );
    if (!run) return pass();
    return fail({ en: `${stage.name} keeps the cache of yum`, ja: `${stage.name} は yum のキャッシュを残しています` });
  },
  examples: [
    fails('not cleaned', {
      dockerfile: `FROM centos:7
RUN yum install -y curl
`,
    }),
    fails('cleaned in another line', {
      dockerfile: `FROM centos:7
RUN yum install -y curl
RUN yum clean all
`,
    }),
    passes('cleaned', {
      dockerfile: `FROM centos:7
RUN yum install -y curl && yum clean all
`,
    }),
    passes('removed', {
      dockerfile: `FROM centos:7
RUN yum install -y curl && rm -rf /var/cache/yum
`,
    }),
  ],
});
