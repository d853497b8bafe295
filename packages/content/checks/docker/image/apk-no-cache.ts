import { calls, defineCheck, fail, fails, findCommand, hasOption, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'apk leaves no cache', ja: 'apk のキャッシュを残さない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'The index stays in the layer, and grows old there.',
    ja: 'インデックスがレイヤーに残り、古いまま使われます。',
  },
  fix: {
    edits: { dockerfile: [{ call: ['apk'], when: ['add'], add: '--no-cache' }] },
    summary: { en: 'Use apk add --no-cache.', ja: 'apk add --no-cache を使ってください。' },
    dockerfile: `FROM alpine:3.20
RUN apk add --no-cache curl
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['AVD-DS-0025'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const command = findCommand(stage, (each) => calls(each, ['apk'], 'add') && !hasOption(each, '--no-cache'));
    if (!command) return pass();
    return fail({
      en: `${stage.name} keeps the cache of apk`,
      ja: `${stage.name} は apk のキャッシュを残しています`,
    });
  },
  examples: [
    fails('without', {
      dockerfile: `FROM alpine:3.20
RUN apk add curl
`,
    }),
    passes('with', {
      dockerfile: `FROM alpine:3.20
RUN apk add --no-cache curl
`,
    }),
    passes('none', {
      dockerfile: `FROM alpine:3.20
`,
    }),
  ],
});
