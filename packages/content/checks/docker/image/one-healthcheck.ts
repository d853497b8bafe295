import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'A stage has one health check', ja: 'ヘルスチェックがステージに一つだけである' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'Only the last HEALTHCHECK counts: the others mislead whoever reads the file.',
    ja: '最後の HEALTHCHECK だけが有効で、他は読む人を惑わせます。',
  },
  fix: {
    summary: { en: 'Keep one HEALTHCHECK.', ja: 'HEALTHCHECK は一つだけにしてください。' },
    dockerfile: `FROM alpine:3.20
HEALTHCHECK CMD app check
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['AVD-DS-0023'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    if (stage.healthchecks.length <= 1) return pass();
    return fail({
      en: `${stage.name} has ${stage.healthchecks.length} health checks`,
      ja: `${stage.name} にヘルスチェックが ${stage.healthchecks.length} 個あります`,
    });
  },
  examples: [
    fails('two', {
      dockerfile: `FROM alpine:3.20
HEALTHCHECK CMD a
HEALTHCHECK CMD b
`,
    }),
    passes('one', {
      dockerfile: `FROM alpine:3.20
HEALTHCHECK CMD a
`,
    }),
  ],
});
