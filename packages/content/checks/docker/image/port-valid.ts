import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Exposed ports exist', ja: '公開ポートが有効な番号である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'A port above 65535 does not exist: what was meant stays closed, or something else is opened by hand.',
    ja: '65535 を超えるポートは存在せず、意図した公開になりません。',
  },
  fix: {
    summary: { en: 'Name a port from 1 to 65535.', ja: '1〜65535 のポートを指定してください。' },
    dockerfile: `FROM alpine:3.20
EXPOSE 8080
`,
  },
  references: ['https://docs.docker.com/reference/dockerfile/'],
  equivalents: ['AVD-DS-0008'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const port = find(stage.exposes, ({ from, to }) => from > 65_535 || to > 65_535);
    if (!port) return pass();
    return fail({
      en: `${stage.name} exposes port ${port.from}, which does not exist`,
      ja: `${stage.name} は存在しないポート ${port.from} を公開しています`,
    });
  },
  examples: [
    fails('too large', {
      dockerfile: `FROM alpine:3.20
EXPOSE 65536
`,
    }),
    passes('the largest', {
      dockerfile: `FROM alpine:3.20
EXPOSE 65535
`,
    }),
  ],
});
