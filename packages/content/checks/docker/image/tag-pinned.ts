import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Base image names a version', ja: 'ベースイメージのバージョンが指定されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'latest is another image tomorrow: builds cannot be repeated, and nobody notices a change of what is shipped.',
    ja: 'latest は明日には別のイメージになり、ビルドを再現できず、出荷物の変化にも気づけません。',
  },
  fix: {
    summary: { en: 'Name a version tag, or better a digest.', ja: 'バージョンのタグ、できればダイジェストを指定してください。' },
    dockerfile: `FROM node:22.11-bookworm-slim
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV_DOCKER_7', 'AVD-DS-0001'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    if (stage.isBaseStage || stage.base === 'scratch' || stage.base.includes('@sha256:')) return pass();
    const tag = /:([^:/]+)$/.exec(stage.base)?.[1];
    if (tag !== undefined && tag !== 'latest') return pass();
    return fail({
      en: `${stage.name}: the base image ${stage.base} is whatever is newest`,
      ja: `${stage.name}: ベースイメージ ${stage.base} は最新版に追従してしまいます`,
    });
  },
  examples: [
    fails('latest', {
      dockerfile: `FROM debian:latest
RUN make
`,
    }),
    fails('no tag', {
      dockerfile: `FROM registry.example.com:5000/team/base
`,
    }),
    passes('a version', {
      dockerfile: `FROM alpine:3.20
`,
    }),
    passes('a digest', {
      dockerfile: `FROM alpine@sha256:1111111111111111111111111111111111111111111111111111111111111111
`,
    }),
    passes('another stage', {
      dockerfile: `FROM alpine:3.20 AS base
FROM base
COPY app /app
`,
    }),
    passes('scratch', {
      dockerfile: `FROM scratch
`,
    }),
    passes('a build argument with a default', {
      dockerfile: `ARG VERSION=3.20
FROM alpine:\${VERSION}
`,
    }),
    isUnknown('a build argument without a default', {
      dockerfile: `ARG IMAGE
FROM \${IMAGE}
`,
    }),
  ],
});
