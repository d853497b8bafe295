import { defineCheck, fail, fails, findCommand, hasOption, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'wget checks certificates', ja: 'wget が証明書を検証している' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'Whoever stands between the build and the server decides what goes into the image.',
    ja: '通信経路にいる攻撃者が、イメージに入る物を決められてしまいます。',
  },
  fix: {
    edits: { dockerfile: [{ call: ['wget'], take: ['--no-check-certificate'] }] },
    cautions: ['breaks-build'],
    summary: { en: 'Take --no-check-certificate away.', ja: '--no-check-certificate を外してください。' },
    dockerfile: `FROM alpine:3.20
RUN wget https://example.com/tool
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV2_DOCKER_3'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const command = findCommand(stage, (each) => each.program === 'wget' && hasOption(each, '--no-check-certificate'));
    if (!command) return pass();
    return fail({
      en: `${stage.name}: ${command.program} does not check what it is given`,
      ja: `${stage.name}: ${command.program} が検証を行っていません`,
    });
  },
  examples: [
    fails('off', {
      dockerfile: `FROM alpine:3.20
RUN wget --no-check-certificate https://example.com/tool
`,
    }),
    passes('checked', {
      dockerfile: `FROM alpine:3.20
RUN wget https://example.com/tool
`,
    }),
  ],
});
