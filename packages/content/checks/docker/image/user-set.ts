import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Image says which user it runs as', ja: '実行ユーザーが明示されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'Without USER the image runs as whatever its base image says, which is root for nearly all of them.',
    ja: 'USER が無いとベースイメージ次第となり、ほとんどの場合 root で実行されます。',
  },
  fix: {
    summary: {
      en: 'Create a user and name it with USER in the last stage.',
      ja: 'ユーザーを作成し、最終ステージの USER で指定してください。',
    },
    dockerfile: `FROM alpine:3.20
RUN adduser -D app
USER app
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV_DOCKER_3'],
  evaluate(stage) {
    if (!stage.isFinal || stage.base === 'scratch' || /[:-]nonroot(?:$|@)/.test(stage.base)) return pass();
    if (stage.user !== undefined) return pass();
    return fail({ en: `${stage.name} names no user to run as`, ja: `${stage.name} に実行ユーザーの指定がありません` });
  },
  examples: [
    fails('no USER', {
      dockerfile: `FROM alpine:3.20
CMD ["app"]
`,
    }),
    passes('a user', {
      dockerfile: `FROM alpine:3.20
USER app
`,
    }),
    passes('in the stage it is built on', {
      dockerfile: `FROM alpine:3.20 AS base
USER app
FROM base
`,
    }),
    passes('a base image without root', {
      dockerfile: `FROM gcr.example/distroless/static:nonroot
`,
    }),
  ],
});
