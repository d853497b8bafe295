import { any, defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'dnf leaves no cache', ja: 'dnf のキャッシュを残さない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'What dnf downloads stays in the layer: a larger image, and old metadata.',
    ja: 'dnf のダウンロードがレイヤーに残り、イメージが肥大します。',
  },
  fix: {
    edits: {
      dockerfile: [
        {
          call: ['dnf'],
          when: ['install', 'groupinstall', 'localinstall', 'reinstall', 'in', 'update', 'upgrade'],
          andThen: 'dnf clean all',
        },
      ],
    },
    summary: { en: 'Run dnf clean in the same RUN.', ja: '同じ RUN の中で dnf clean を実行してください。' },
    dockerfile: `FROM fedora:41
RUN dnf install -y curl && dnf clean all
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['AVD-DS-0019'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const run = find(
      stage.runs,
      ({ text, commands }) =>
        any(
          commands,
          ({ program, words }) =>
            program === 'dnf' && any(words, (word) => /^(?:(?:group|local|re)?install|in|update|upgrade)$/.test(word)),
        ) &&
        !any(commands, ({ program, words }) => program === 'dnf' && any(words, (word) => word === 'clean' || word === 'cc')) &&
        !/rm\s+-\w*r\w*\s[^;&|]*\/var\/cache\/dnf/.test(text),
    );
    if (!run) return pass();
    return fail({ en: `${stage.name} keeps the cache of dnf`, ja: `${stage.name} は dnf のキャッシュを残しています` });
  },
  examples: [
    fails('not cleaned', {
      dockerfile: `FROM fedora:41
RUN dnf install -y curl
`,
    }),
    fails('cleaned in another line', {
      dockerfile: `FROM fedora:41
RUN dnf install -y curl
RUN dnf clean all
`,
    }),
    passes('cleaned', {
      dockerfile: `FROM fedora:41
RUN dnf install -y curl && dnf clean all
`,
    }),
    passes('removed', {
      dockerfile: `FROM fedora:41
RUN dnf install -y curl && rm -rf /var/cache/dnf
`,
    }),
  ],
});
