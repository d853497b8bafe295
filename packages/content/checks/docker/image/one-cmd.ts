import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'A stage has one CMD', ja: 'CMD がステージに一つだけである' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'Only the last CMD counts: the others are never run.',
    ja: '最後の CMD だけが有効で、他は実行されません。',
  },
  fix: {
    summary: { en: 'Keep one CMD.', ja: 'CMD は一つだけにしてください。' },
    dockerfile: `FROM alpine:3.20
CMD ["app"]
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['AVD-DS-0016'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    if (stage.commands.length <= 1) return pass();
    return fail({
      en: `${stage.name} has ${stage.commands.length} CMD instructions`,
      ja: `${stage.name} に CMD が ${stage.commands.length} 個あります`,
    });
  },
  examples: [
    fails('two', {
      dockerfile: `FROM alpine:3.20
CMD a
CMD b
`,
    }),
    passes('one in each stage', {
      dockerfile: `FROM golang:1.23 AS build
CMD a
FROM alpine:3.20
CMD b
`,
    }),
  ],
});
