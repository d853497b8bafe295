import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Stage names are unique', ja: 'ステージ名が重複していない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'FROM and COPY --from take the last stage of a name: a copy from the wrong one is not noticed.',
    ja: '同名のステージでは後のものが使われ、取り違えに気づけません。',
  },
  fix: {
    summary: { en: 'Give each stage a name of its own.', ja: 'ステージごとに異なる名前を付けてください。' },
    dockerfile: `FROM golang:1.23 AS build
RUN make
FROM alpine:3.20 AS run
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV_DOCKER_11', 'AVD-DS-0012'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    if (stage.isAliasUnique) return pass();
    return fail({
      en: `Another stage is called ${stage.alias ?? ''} too (${stage.name})`,
      ja: `ステージ名 ${stage.alias ?? ''} が重複しています (${stage.name})`,
    });
  },
  examples: [
    fails('twice', {
      dockerfile: `FROM golang:1.23 AS build
FROM alpine:3.20 AS build
`,
    }),
    passes('different', {
      dockerfile: `FROM golang:1.23 AS build
FROM alpine:3.20 AS run
`,
    }),
    passes('without names', {
      dockerfile: `FROM golang:1.23
FROM alpine:3.20
`,
    }),
  ],
});
