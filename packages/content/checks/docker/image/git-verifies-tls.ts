import { any, defineCheck, fail, fails, findCommand, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'git checks certificates', ja: 'git が証明書を検証している' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'Whoever stands between the build and the server decides what goes into the image.',
    ja: '通信経路にいる攻撃者が、イメージに入る物を決められてしまいます。',
  },
  fix: {
    edits: {
      dockerfile: [
        { call: ['git'], swap: { 'http.sslVerify=false': 'http.sslVerify=true' } },
        { call: ['git'], when: ['http.sslVerify'], swap: { false: 'true', '0': 'true', no: 'true', off: 'true' } },
      ],
    },
    cautions: ['breaks-build'],
    summary: { en: 'Take http.sslVerify=false away.', ja: 'http.sslVerify=false を外してください。' },
    dockerfile: `FROM alpine:3.20
RUN git clone https://example.com/tool
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV2_DOCKER_14'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const command = findCommand(
      stage,
      (each) =>
        each.program === 'git' &&
        any(each.words, (word) => /^http(?:\..*)?\.sslverify(?:=|$)/i.test(word)) &&
        any(each.words, (word) => /(?:^|=)(?:false|0|no|off)$/i.test(word)),
    );
    if (!command) return pass();
    return fail({
      en: `${stage.name}: ${command.program} does not check what it is given`,
      ja: `${stage.name}: ${command.program} が検証を行っていません`,
    });
  },
  examples: [
    fails('off', {
      dockerfile: `FROM alpine:3.20
RUN git config --global http.sslVerify false
`,
    }),
    fails('for one call', {
      dockerfile: `FROM alpine:3.20
RUN git -c http.sslVerify=false clone https://example.com/tool
`,
    }),
    passes('checked', {
      dockerfile: `FROM alpine:3.20
RUN git clone https://example.com/tool
`,
    }),
  ],
});
