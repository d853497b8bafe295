import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Image has a health check', ja: 'ヘルスチェックが定義されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'Without one a container that hangs counts as healthy and is never replaced.',
    ja: 'ヘルスチェックが無いと、応答しなくなったコンテナも正常と見なされます。',
  },
  fix: {
    summary: {
      en: 'Add a HEALTHCHECK, or HEALTHCHECK NONE where the orchestrator has its own.',
      ja: 'HEALTHCHECK を追加してください。オーケストレーター側にある場合は HEALTHCHECK NONE とします。',
    },
    dockerfile: `FROM alpine:3.20
HEALTHCHECK CMD wget -qO- http://localhost:8080/health || exit 1
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV_DOCKER_2', 'AVD-DS-0026'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    if (!stage.isFinal || any(stage.healthchecks, () => true)) return pass();
    return fail({ en: `${stage.name} has no health check`, ja: `${stage.name} にヘルスチェックがありません` });
  },
  examples: [
    fails('none', {
      dockerfile: `FROM alpine:3.20
CMD ["app"]
`,
    }),
    passes('one', {
      dockerfile: `FROM alpine:3.20
HEALTHCHECK CMD curl -f http://localhost/ || exit 1
`,
    }),
    passes('switched off on purpose', {
      dockerfile: `FROM alpine:3.20
HEALTHCHECK NONE
`,
    }),
    passes('only the last stage is asked', {
      dockerfile: `FROM golang:1.23 AS build
RUN make
FROM alpine:3.20
HEALTHCHECK CMD app check
`,
    }),
  ],
});
