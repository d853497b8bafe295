import { any, calls, defineCheck, fail, fails, findCommand, hasOption, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'apt-get installs only what is asked for', ja: 'apt-get が推奨パッケージを入れない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'Recommended packages enlarge the image and its attack surface without anybody having asked.',
    ja: '推奨パッケージはイメージと攻撃面を無用に広げます。',
  },
  fix: {
    edits: { dockerfile: [{ call: ['apt-get'], when: ['install'], add: '--no-install-recommends' }] },
    cautions: ['breaks-software'],
    summary: { en: 'Add --no-install-recommends.', ja: '--no-install-recommends を付けてください。' },
    dockerfile: `FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['AVD-DS-0029'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const command = findCommand(
      stage,
      (each) =>
        calls(each, ['apt-get'], 'install') &&
        !hasOption(each, '--no-install-recommends') &&
        !any(each.words, (word) => /install-recommends=(?:0|false|no)/i.test(word)),
    );
    if (!command) return pass();
    return fail({
      en: `${stage.name} installs recommended packages too`,
      ja: `${stage.name} は推奨パッケージも入れています`,
    });
  },
  examples: [
    fails('without', {
      dockerfile: `FROM debian:12
RUN apt-get update && apt-get install -y curl
`,
    }),
    passes('with', {
      dockerfile: `FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl
`,
    }),
    passes('as a setting', {
      dockerfile: `FROM debian:12
RUN apt-get install -y -o APT::Install-Recommends=false curl
`,
    }),
  ],
});
