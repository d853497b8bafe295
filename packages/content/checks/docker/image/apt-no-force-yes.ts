import { defineCheck, fail, fails, findCommand, hasOption, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'apt-get is not forced', ja: 'apt-get を強制実行していない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: '--force-yes installs unsigned packages and breaks dependencies without a word.',
    ja: '--force-yes は署名の無いパッケージも無言で入れてしまいます。',
  },
  fix: {
    edits: {
      dockerfile: [
        {
          call: ['apt-get', 'apt'],
          take: ['--force-yes'],
          add: '-y',
          when: ['install', 'upgrade', 'dist-upgrade', 'remove', 'build-dep'],
          unless: ['--yes', '--assume-yes'],
        },
      ],
    },
    cautions: ['breaks-build'],
    summary: { en: 'Use -y.', ja: '-y を使ってください。' },
    dockerfile: `FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV2_DOCKER_11'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const command = findCommand(stage, (each) => ['apt-get', 'apt'].includes(each.program) && hasOption(each, '--force-yes'));
    if (!command) return pass();
    return fail({
      en: `${stage.name}: ${command.program} does not check what it is given`,
      ja: `${stage.name}: ${command.program} が検証を行っていません`,
    });
  },
  examples: [
    fails('forced', {
      dockerfile: `FROM debian:12
RUN apt-get install -y --force-yes tool
`,
    }),
    passes('-y', {
      dockerfile: `FROM debian:12
RUN apt-get install -y curl
`,
    }),
  ],
});
