import { defineCheck, fail, fails, findCommand, hasOption, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'apt-get checks signatures', ja: 'apt-get が署名を検証している' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'Whoever stands between the build and the server decides what goes into the image.',
    ja: '通信経路にいる攻撃者が、イメージに入る物を決められてしまいます。',
  },
  fix: {
    edits: { dockerfile: [{ call: ['apt-get', 'apt'], take: ['--allow-unauthenticated'] }] },
    cautions: ['breaks-build'],
    summary: {
      en: 'Take --allow-unauthenticated away and add the repository key.',
      ja: '--allow-unauthenticated を外し、リポジトリの鍵を追加してください。',
    },
    dockerfile: `FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV2_DOCKER_8'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const command = findCommand(stage, (each) => ['apt-get', 'apt'].includes(each.program) && hasOption(each, '--allow-unauthenticated'));
    if (!command) return pass();
    return fail({
      en: `${stage.name}: ${command.program} does not check what it is given`,
      ja: `${stage.name}: ${command.program} が検証を行っていません`,
    });
  },
  examples: [
    fails('off', {
      dockerfile: `FROM debian:12
RUN apt-get install -y --allow-unauthenticated tool
`,
    }),
    passes('checked', {
      dockerfile: `FROM debian:12
RUN apt-get install -y curl
`,
    }),
  ],
});
