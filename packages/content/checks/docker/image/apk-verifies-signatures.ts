import { defineCheck, fail, fails, findCommand, hasOption, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'apk checks signatures', ja: 'apk が署名を検証している' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'Whoever stands between the build and the server decides what goes into the image.',
    ja: '通信経路にいる攻撃者が、イメージに入る物を決められてしまいます。',
  },
  fix: {
    edits: { dockerfile: [{ call: ['apk'], take: ['--allow-untrusted'] }] },
    cautions: ['breaks-build'],
    summary: { en: 'Take --allow-untrusted away.', ja: '--allow-untrusted を外してください。' },
    dockerfile: `FROM alpine:3.20
RUN apk add --no-cache curl
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV2_DOCKER_7'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const command = findCommand(stage, (each) => each.program === 'apk' && hasOption(each, '--allow-untrusted'));
    if (!command) return pass();
    return fail({
      en: `${stage.name}: ${command.program} does not check what it is given`,
      ja: `${stage.name}: ${command.program} が検証を行っていません`,
    });
  },
  examples: [
    fails('off', {
      dockerfile: `FROM alpine:3.20
RUN apk add --allow-untrusted tool.apk
`,
    }),
    passes('checked', {
      dockerfile: `FROM alpine:3.20
RUN apk add --no-cache curl
`,
    }),
  ],
});
