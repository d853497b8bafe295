import { defineCheck, fail, fails, findCommand, hasOption, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'curl checks certificates', ja: 'curl が証明書を検証している' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'Whoever stands between the build and the server decides what goes into the image.',
    ja: '通信経路にいる攻撃者が、イメージに入る物を決められてしまいます。',
  },
  fix: {
    edits: { dockerfile: [{ call: ['curl'], take: ['-k', '--insecure'] }] },
    cautions: ['breaks-build'],
    summary: { en: 'Take -k and --insecure away; add the CA certificate.', ja: '-k や --insecure を外し、CA 証明書を追加してください。' },
    dockerfile: `FROM alpine:3.20
RUN curl -fsSL https://example.com/tool -o /usr/bin/tool
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV2_DOCKER_2'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const command = findCommand(stage, (each) => each.program === 'curl' && hasOption(each, '-k', '--insecure'));
    if (!command) return pass();
    return fail({
      en: `${stage.name}: ${command.program} does not check what it is given`,
      ja: `${stage.name}: ${command.program} が検証を行っていません`,
    });
  },
  examples: [
    fails('-k', {
      dockerfile: `FROM alpine:3.20
RUN curl -fsSLk https://example.com/tool
`,
    }),
    fails('long', {
      dockerfile: `FROM alpine:3.20
RUN curl --insecure https://example.com/tool
`,
    }),
    passes('checked', {
      dockerfile: `FROM alpine:3.20
RUN curl -fsSL https://example.com/tool
`,
    }),
  ],
});
