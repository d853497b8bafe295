import { defineCheck, fail, fails, findCommand, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'wget and curl are not both used', ja: 'wget と curl を併用していない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'Two tools for one purpose make the image larger and its attack surface too.',
    ja: '同じ目的のツールが二つあると、イメージも攻撃面も大きくなります。',
  },
  fix: {
    summary: { en: 'Use one of them.', ja: 'どちらか一方に統一してください。' },
    dockerfile: `FROM alpine:3.20
RUN wget https://example.com/a && wget https://example.com/b
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['AVD-DS-0014'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    if (!findCommand(stage, ({ program }) => program === 'wget')) return pass();
    if (!findCommand(stage, ({ program }) => program === 'curl')) return pass();
    return fail({ en: `${stage.name} uses wget and curl`, ja: `${stage.name} は wget と curl を併用しています` });
  },
  examples: [
    fails('both', {
      dockerfile: `FROM alpine:3.20
RUN wget https://example.com/a
RUN curl https://example.com/b
`,
    }),
    passes('one', {
      dockerfile: `FROM alpine:3.20
RUN curl https://example.com/a
RUN curl https://example.com/b
`,
    }),
    passes('in different stages', {
      dockerfile: `FROM alpine:3.20
RUN wget https://example.com/a
FROM alpine:3.20
RUN curl https://example.com/b
`,
    }),
  ],
});
