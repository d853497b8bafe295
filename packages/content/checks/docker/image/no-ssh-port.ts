import { any, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Image does not offer SSH', ja: 'SSH ポートを公開していない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'A container with an SSH server is administered from outside: a second way in, with keys of its own.',
    ja: 'SSH サーバー入りのコンテナは、鍵管理の別れたもう一つの侵入口になります。',
  },
  fix: {
    summary: {
      en: 'Take EXPOSE 22 and the SSH server out; use exec of the runtime.',
      ja: 'EXPOSE 22 と SSH サーバーを外し、ランタイムの exec を使ってください。',
    },
    dockerfile: `FROM alpine:3.20
EXPOSE 8443
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV_DOCKER_1', 'AVD-DS-0004'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    if (!any(stage.exposes, ({ from, to, protocol }) => from <= 22 && to >= 22 && protocol === 'tcp')) return pass();
    return fail({ en: `${stage.name} exposes port 22`, ja: `${stage.name} はポート 22 を公開しています` });
  },
  examples: [
    fails('22', {
      dockerfile: `FROM alpine:3.20
EXPOSE 8080 22
`,
    }),
    fails('with protocol', {
      dockerfile: `FROM alpine:3.20
EXPOSE 22/tcp
`,
    }),
    fails('in a range', {
      dockerfile: `FROM alpine:3.20
EXPOSE 20-25
`,
    }),
    passes('another', {
      dockerfile: `FROM alpine:3.20
EXPOSE 8080
`,
    }),
    passes('none', {
      dockerfile: `FROM alpine:3.20
`,
    }),
    isUnknown('a build argument without a default', {
      dockerfile: `FROM alpine:3.20
ARG PORT
EXPOSE \${PORT}
`,
    }),
  ],
});
