import { any, defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'zypper leaves no cache', ja: 'zypper のキャッシュを残さない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'What zypper downloads stays in the layer: a larger image, and old metadata.',
    ja: 'zypper のダウンロードがレイヤーに残り、イメージが肥大します。',
  },
  fix: {
    edits: { dockerfile: [{ call: ['zypper'], when: ['install', 'in', 'update', 'upgrade'], andThen: 'zypper clean -a' }] },
    summary: { en: 'Run zypper clean in the same RUN.', ja: '同じ RUN の中で zypper clean を実行してください。' },
    dockerfile: `FROM opensuse/leap:15.6
RUN zypper install -y curl && zypper clean -a
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['AVD-DS-0020'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const run = find(
      stage.runs,
      ({ text, commands }) =>
        any(
          commands,
          ({ program, words }) =>
            program === 'zypper' && any(words, (word) => /^(?:(?:group|local|re)?install|in|update|upgrade)$/.test(word)),
        ) &&
        !any(commands, ({ program, words }) => program === 'zypper' && any(words, (word) => word === 'clean' || word === 'cc')) &&
        !/rm\s+-\w*r\w*\s[^;&|]*\/var\/cache\/zypp/.test(text),
    );
    if (!run) return pass();
    return fail({ en: `${stage.name} keeps the cache of zypper`, ja: `${stage.name} は zypper のキャッシュを残しています` });
  },
  examples: [
    fails('not cleaned', {
      dockerfile: `FROM opensuse/leap:15.6
RUN zypper install -y curl
`,
    }),
    fails('cleaned in another line', {
      dockerfile: `FROM opensuse/leap:15.6
RUN zypper install -y curl
RUN zypper clean all
`,
    }),
    passes('cleaned', {
      dockerfile: `FROM opensuse/leap:15.6
RUN zypper install -y curl && zypper clean all
`,
    }),
    passes('removed', {
      dockerfile: `FROM opensuse/leap:15.6
RUN zypper install -y curl && rm -rf /var/cache/zypp
`,
    }),
  ],
});
