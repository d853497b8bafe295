import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Image does not run as root', ja: 'イメージが root で実行されない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'A process that is root in its container needs one flaw less to become root on the host.',
    ja: 'コンテナ内で root のプロセスは、あと一つの欠陥でホストの root になれます。',
  },
  fix: {
    summary: { en: 'End with a USER other than root.', ja: '最後の USER に root 以外を指定してください。' },
    dockerfile: `FROM alpine:3.20
RUN adduser -D app
USER app
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV_DOCKER_8', 'AVD-DS-0002'],
  evaluate(stage) {
    if (!stage.isFinal) return pass();
    const { user } = stage;
    if (user === undefined || !/^(?:root|0)(?::|$)/.test(user)) return pass();
    return fail({ en: `${stage.name} runs as ${user}`, ja: `${stage.name} は ${user} で実行されます` });
  },
  examples: [
    fails('root last', {
      dockerfile: `FROM alpine:3.20
USER app
USER root
`,
    }),
    fails('by number', {
      dockerfile: `FROM alpine:3.20
USER 0:0
`,
    }),
    fails('through the stage it is built on', {
      dockerfile: `FROM alpine:3.20 AS base
USER root
FROM base
COPY app /app
`,
    }),
    passes('another user', {
      dockerfile: `FROM alpine:3.20
USER root
RUN apk add --no-cache curl
USER app
`,
    }),
    passes('root only in a stage that is not shipped', {
      dockerfile: `FROM golang:1.23 AS build
USER root
FROM alpine:3.20
USER app
`,
    }),
    isUnknown('a build argument without a default', {
      dockerfile: `FROM alpine:3.20
ARG RUN_AS
USER \${RUN_AS}
`,
    }),
  ],
});
