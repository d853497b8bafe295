import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'MAINTAINER is not used', ja: 'MAINTAINER を使っていない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'MAINTAINER is deprecated; a label says the same and tools read it.',
    ja: 'MAINTAINER は非推奨で、ラベルなら各種ツールが読み取れます。',
  },
  fix: {
    edits: { dockerfile: [{ instruction: 'MAINTAINER', becomes: 'LABEL', label: 'org.opencontainers.image.authors' }] },
    summary: { en: 'Write LABEL org.opencontainers.image.authors.', ja: 'LABEL org.opencontainers.image.authors を使ってください。' },
    dockerfile: `FROM alpine:3.20
LABEL org.opencontainers.image.authors="team@example.com"
`,
  },
  references: ['https://docs.docker.com/reference/dockerfile/'],
  equivalents: ['CKV_DOCKER_6', 'AVD-DS-0022'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    if (!any(stage.maintainers, () => true)) return pass();
    return fail({ en: `${stage.name} uses MAINTAINER`, ja: `${stage.name} は MAINTAINER を使っています` });
  },
  examples: [
    fails('used', {
      dockerfile: `FROM alpine:3.20
MAINTAINER team@example.com
`,
    }),
    passes('a label', {
      dockerfile: `FROM alpine:3.20
LABEL maintainer="team@example.com"
`,
    }),
  ],
});
