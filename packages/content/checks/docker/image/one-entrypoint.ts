import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'A stage has one ENTRYPOINT', ja: 'ENTRYPOINT がステージに一つだけである' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'Only the last ENTRYPOINT counts: the others are never run.',
    ja: '最後の ENTRYPOINT だけが有効で、他は実行されません。',
  },
  fix: {
    summary: { en: 'Keep one ENTRYPOINT.', ja: 'ENTRYPOINT は一つだけにしてください。' },
    dockerfile: `FROM alpine:3.20
ENTRYPOINT ["app"]
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['AVD-DS-0007'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    if (stage.entrypoints.length <= 1) return pass();
    return fail({
      en: `${stage.name} has ${stage.entrypoints.length} ENTRYPOINT instructions`,
      ja: `${stage.name} に ENTRYPOINT が ${stage.entrypoints.length} 個あります`,
    });
  },
  examples: [
    fails('two', {
      dockerfile: `FROM alpine:3.20
ENTRYPOINT a
ENTRYPOINT b
`,
    }),
    passes('one in each stage', {
      dockerfile: `FROM golang:1.23 AS build
ENTRYPOINT a
FROM alpine:3.20
ENTRYPOINT b
`,
    }),
  ],
});
